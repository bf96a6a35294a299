namespace Amity.Sandbox.Wire;

/// <summary>The parts that people play on the stage of a room.</summary>
internal static class ParticipantTypes
{
    public const string Host = "host";
    public const string CoHost = "coHost";
}
