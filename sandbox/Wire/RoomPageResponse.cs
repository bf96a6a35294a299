namespace Amity.Sandbox.Wire;

/// <summary>One page of rooms.</summary>
internal sealed class RoomPageResponse(Sideload sideload, Paging paging) : RoomResponse(sideload)
{
    public Paging Paging { get; } = paging;
}
