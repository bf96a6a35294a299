namespace Amity.Tests.Chaos;

/// <summary>What was reported to one moderator about everything that nobody else touches; used by that moderator alone.</summary>
internal sealed class CallersLedger(string moderator)
{
    /// <summary>The room in which only this moderator bans.</summary>
    internal string BanRoom { get; } = $"{moderator}-bans";

    /// <summary>The room from which only this moderator removes participants.</summary>
    internal string StageRoom { get; } = $"{moderator}-stage";

    internal Dictionary<string, Fact> Banned { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Fact> Removed { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Fact> Stopped { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Fact> Deleted { get; } = new(StringComparer.Ordinal);

    internal List<Creation> Created { get; } = [];

    internal List<DoubtfulEnumeration> Doubts { get; } = [];

    internal static Fact Of(Dictionary<string, Fact> facts, string id) =>
        facts.TryGetValue(id, out var fact) ? fact : facts[id] = new Fact(id);

    /// <summary>A room that was to be created: its title is its own.</summary>
    internal sealed record Creation(string Title, Reported Reported, string? RoomId);

    /// <summary>An enumeration that ended well and lacks bans; only a response that validly says "no more" may be to blame.</summary>
    internal sealed record DoubtfulEnumeration(string RoomId, DateTimeOffset Start, DateTimeOffset End, int Missing);
}
