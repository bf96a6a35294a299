using Amity.Tests.Faults;
using Microsoft.Extensions.Logging;

namespace Amity.Tests.Shapes;

/// <summary>A test with a server and a client of its own, on a clock on which no wait lasts.</summary>
internal abstract class ShapeTest
{
    protected const string Token = "token-of-the-tests";

    protected PromptClock Clock { get; } = new();

    protected ShapeServer Server { get; private set; } = null!;

    protected ShapesClient Client { get; private set; } = null!;

    protected virtual int MaxRetries => 0;

    [SetUp]
    public async Task StartAsync()
    {
        Server = await ShapeServer.StartAsync();
        Client = ClientOf(AmityCredential.Bearer(Token, new AmityRateLimit(timeProvider: Clock)));
    }

    [TearDown]
    public async Task StopAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A client of the server with another credential, through another handler, and with a log.</summary>
    protected ShapesClient ClientOf(AmityCredential credential, HttpMessageHandler? handler = null, ILoggerFactory? log = null) =>
        new(Server.Address, credential, new AmityClientOptions
        {
            Handler = handler,
            LoggerFactory = log,
            MaxRetries = MaxRetries,
            TimeProvider = Clock,
            AttemptTimeout = PromptClock.AttemptTimeout,
            Timeout = TimeSpan.FromHours(1),
        });

    /// <summary>A credential whose tokens are called token-1, token-2 and so on, each after the one before was rejected.</summary>
    protected AmityCredential Renewing()
    {
        var tokens = 0;
        return AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken($"token-{++tokens}")), new AmityRateLimit(timeProvider: Clock));
    }

    /// <summary>A call is rejected with these words, the first of which is the argument, and nothing is sent.</summary>
    protected async Task<ArgumentException> AssertRejected(string message, Func<Task> call)
    {
        var failure = (await call.Should().ThrowAsync<ArgumentException>()).Which;
        failure.ParamName.Should().Be(message.Split(' ')[0]);
        failure.Message.Should().Contain(message);
        Server.Requests.Should().BeEmpty();
        return failure;
    }
}
