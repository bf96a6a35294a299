using System.Text.Json;
using PactNet;
using PactNet.Infrastructure.Outputters;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>One interaction per test: what the client sends, and what it makes of the response.</summary>
internal abstract class PactTest
{
    private IPactBuilderV4 _pact = null!;

    // A builder cannot be used again once it was verified.
    [SetUp]
    public void StartPact() => _pact = Pact.V4(PactFiles.Consumer, PactFiles.Provider, Config()).WithHttpInteractions();

    /// <summary>Begins the interaction of this test, sent by a moderator unless told otherwise.</summary>
    protected IRequestBuilderV4 Upon(string description, string token = PactValues.ModeratorToken)
    {
        PactFiles.Claim(description, TestContext.CurrentContext.Test.FullName);
        var request = _pact.UponReceiving(description)
            .WithHeader("Authorization", Match.Regex($"Bearer {token}", "^Bearer .+$"));
        return token switch
        {
            PactValues.ModeratorToken => request.Given(States.Caller, Parameters(("userId", PactValues.Moderator), ("token", token), ("canModerate", "true"))),
            PactValues.ViewerToken => request.Given(States.Caller, Parameters(("userId", PactValues.Viewer), ("token", token), ("canModerate", "false"))),
            _ => request,
        };
    }

    /// <summary>Runs the client against the mock server, which fails the test when another request comes.</summary>
    protected Task VerifyAsync(Func<AmityClient, Task> interact, string token = PactValues.ModeratorToken) =>
        _pact.VerifyAsync(async context =>
        {
            using var client = new AmityClient(context.MockServerUri, AmityCredential.Bearer(token), new AmityClientOptions { MaxRetries = 0 });
            await interact(client);
        });

    /// <summary>Runs a call that the response makes fail, and gives the failure.</summary>
    protected async Task<AmityApiException> RejectionAsync(Func<AmityClient, Task> interact, string token = PactValues.ModeratorToken)
    {
        AmityApiException? rejection = null;
        await VerifyAsync(
            async client => rejection = (await FluentActions.Awaiting(() => interact(client)).Should().ThrowAsync<AmityApiException>()).Which,
            token);
        return rejection!;
    }

    protected static async Task<Page<T>> FirstPageAsync<T>(IAsyncEnumerable<Page<T>> pages)
    {
        await foreach (var page in pages)
        {
            return page;
        }

        throw new InvalidOperationException("The enumeration gave no page.");
    }

    protected static Dictionary<string, string> Parameters(params (string Name, string Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);

    protected static Dictionary<string, string> OfRoom => Parameters(("roomId", PactValues.Room));

    private static PactConfig Config() => new()
    {
        PactDir = PactFiles.WrittenFolder,
        LogLevel = PactLogLevel.Error,
        Outputters = [new TestOutput()],
        DefaultJsonSettings = new JsonSerializerOptions(JsonSerializerDefaults.Web),
    };

    private sealed class TestOutput : IOutput
    {
        public void WriteLine(string line) => TestContext.Out.WriteLine(line);
    }
}
