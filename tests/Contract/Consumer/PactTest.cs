using System.Text.Json;
using PactNet;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>One interaction per test: what the client sends, and what it makes of the response.</summary>
internal abstract class PactTest
{
    private IPactBuilderV4 _pact = null!;

    /// <summary>The headers of the last request, without its body's.</summary>
    protected IReadOnlyDictionary<string, string> SentHeaders { get; private set; } = new Dictionary<string, string>();

    /// <summary>Begins the interaction of this test, where everything exists that the examples name; sent by an admin unless said otherwise.</summary>
    protected IRequestBuilderV4 Upon(string operationId, string description, string token = PactValues.AdminToken)
    {
        PactFile.Claim(description, TestContext.CurrentContext.Test.FullName);
        _pact = Pact.V4(PactFile.Consumer, PactFile.Of(operationId).Provider, Config()).WithHttpInteractions();
        var request = _pact.UponReceiving(description).Given(States.Examples);
        return Spec.IsSentWithCredential(operationId) ? From(request, token) : Spec.ShapeOf(operationId).Proof switch
        {
            "x-server-key" => request.Given(States.Keys).WithHeader("x-server-key", ProviderStateValues.Of("", "serverKey", PactValues.ServerKey)),
            "x-api-key" => request.Given(States.Keys).WithHeader("x-api-key", ProviderStateValues.Of("", "apiKey", PactValues.ApiKey)),
            _ => request,
        };
    }

    /// <summary>Runs the client against the mock server, which fails the test when another request comes.</summary>
    protected Task VerifyAsync(Func<AmityClient, Task> interact, string token = PactValues.AdminToken) =>
        _pact.VerifyAsync(async context =>
        {
            var options = new AmityClientOptions
            {
                MaxRetries = 0,
                ApiKey = PactValues.ApiKey,
                ServerKey = PactValues.ServerKey,
                Handler = new HeaderObserver(headers => SentHeaders = headers),
            };
            using var client = new AmityClient(context.MockServerUri, AmityCredential.Bearer(token), options);
            await interact(client);
        });

    /// <summary>Runs a call that the response makes fail, and gives the failure.</summary>
    protected async Task<AmityApiException> RejectionAsync(Func<AmityClient, Task> interact, string token = PactValues.AdminToken)
    {
        AmityApiException? rejection = null;
        await VerifyAsync(
            async client => rejection = (await FluentActions.Awaiting(() => interact(client)).Should().ThrowAsync<AmityApiException>()).Which,
            token);
        return rejection!;
    }

    protected static Dictionary<string, string> Parameters(params (string Name, string Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);

    // Of a known caller each provider has a token of its own.
    private static IRequestBuilderV4 From(IRequestBuilderV4 request, string token) => token switch
    {
        PactValues.AdminToken => request.Given(States.Admin).WithHeader("Authorization", ProviderStateValues.Of("Bearer ", "token", token)),
        PactValues.ViewerToken => request.Given(States.User, Parameters(("userId", PactValues.Viewer)))
            .WithHeader("Authorization", ProviderStateValues.Of("Bearer ", "token", token)),
        _ => request.WithHeader("Authorization", Match.Regex($"Bearer {token}", "^Bearer .+$")),
    };

    private static PactConfig Config() => new()
    {
        PactDir = PactFile.WrittenFolder,
        LogLevel = PactLogLevel.Error,
        Outputters = [new TestOutput()],
        DefaultJsonSettings = new JsonSerializerOptions(JsonSerializerDefaults.Web),
    };

    private sealed class HeaderObserver(Action<IReadOnlyDictionary<string, string>> observe)
        : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            observe(request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class TestOutput : IOutput
    {
        public void WriteLine(string line) => TestContext.Out.WriteLine(line);
    }
}
