namespace Amity.Tests.Chaos;

/// <summary>
/// The state that the service must be in, by what was reported to one moderator about what nobody else touches; used by that moderator alone.
/// </summary>
internal sealed class ExpectedState(string moderator)
{
    /// <summary>The room in which only this moderator bans.</summary>
    internal string BanRoom { get; } = $"{moderator}-bans";

    /// <summary>The room from which only this moderator removes participants.</summary>
    internal string ParticipantRoom { get; } = $"{moderator}-participants";

    internal Dictionary<string, PossibleState> Banned { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, PossibleState> Removed { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, PossibleState> Stopped { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, PossibleState> Deleted { get; } = new(StringComparer.Ordinal);

    internal List<Creation> Created { get; } = [];

    internal List<DoubtfulEnumeration> Doubts { get; } = [];

    internal static PossibleState Of(Dictionary<string, PossibleState> states, string id) =>
        states.TryGetValue(id, out var state) ? state : states[id] = new PossibleState(id);

    /// <summary>A room that was to be created: its title is its own.</summary>
    internal sealed record Creation(string Title, ReportedOutcome Reported, string? RoomId);

    /// <summary>An enumeration that ended well and lacks bans; only a response that validly says "no more" may be to blame.</summary>
    internal sealed record DoubtfulEnumeration(string RoomId, DateTimeOffset Start, DateTimeOffset End, int Missing);
}
