using Microsoft.Extensions.Logging;
using NSubstitute;

namespace Amity.Tests.Unit.Retries;

/// <summary>What looks like a reason to send a call again and is none.</summary>
public sealed class NoRetryTests
{
    [Test]
    public async Task LogThatThrowsOnASuccess_DoesNotHaveTheCallSentAgain()
    {
        var handler = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(200, RepoFiles.ReadSample("getRoom")));
        var logger = Substitute.For<ILogger>();
        logger.IsEnabled(default).ReturnsForAnyArgs(true);
        logger.WhenForAnyArgs(log => log.Log(default, default, default(object)!, default, default!))
            .Do(_ => throw AmityFakes.TransportException("log", AmityTransportFailure.Unreachable));
        var loggers = Substitute.For<ILoggerFactory>();
        loggers.CreateLogger(default!).ReturnsForAnyArgs(logger);
        var options = FaultyClient.Options(handler, new SkippingTime());
        options.LoggerFactory = loggers;
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);

        await client.Rooms.Invoking(rooms => rooms.GetRoomAsync("r")).Should().ThrowAsync<AmityTransportException>();

        handler.Requests.Should().HaveCount(1);
    }
}
