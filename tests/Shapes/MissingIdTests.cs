using Microsoft.Extensions.Logging;

namespace Amity.Tests.Shapes;

/// <summary>An entity without an id stays in its list, with an empty one, and a call with such entities logs one warning.</summary>
internal sealed class MissingIdTests : ShapeTest
{
    [Test]
    public async Task Entities_WithoutIds_StayAndAreLoggedOncePerCall()
    {
        using var log = new WarningLog();
        using var client = ClientOf(AmityCredential.Bearer(Token, new AmityRateLimit(timeProvider: Clock)), log: log);
        Server.Reply(
            Reply.Json("""{"parties":[{"partyId":"a"},{"publicId":"p"},{"partyId":null}],"guests":[{"name":"n"}]}"""),
            Reply.Json("""{"parties":[{"partyId":"a"}]}"""));

        var parties = await client.Results.ListPartiesAsync();
        await client.Results.ListPartiesAsync();

        parties.Select(party => party.PartyId).Should().Equal("a", "", "");
        log.Warnings.Should().Equal("listParties got 3 entities without an id.");
    }

    [Test]
    public void Id_SetToNull_IsEmpty() => new Party { PartyId = null! }.PartyId.Should().BeEmpty();

    private sealed class WarningLog : ILoggerFactory, ILogger
    {
        public List<string> Warnings { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (level == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }
        }

        public bool IsEnabled(LogLevel level) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
