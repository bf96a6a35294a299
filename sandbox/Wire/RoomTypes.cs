namespace Amity.Sandbox.Wire;

/// <summary>The types of a room.</summary>
internal static class RoomTypes
{
    public const string DirectStreaming = "directStreaming";
    public const string CoHosts = "coHosts";
}
