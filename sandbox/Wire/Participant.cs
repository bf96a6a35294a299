namespace Amity.Sandbox.Wire;

/// <summary>Somebody on the stage of a room.</summary>
internal sealed record Participant(string Type, string UserId, string UserInternalId);

/// <summary>The parts that people play on the stage of a room.</summary>
internal static class ParticipantTypes
{
    public const string Host = "host";
    public const string CoHost = "coHost";
}
