namespace Amity.Sandbox.Wire;

/// <summary>One page of rooms.</summary>
internal sealed class RoomPageAnswer(Sideload sideload, Paging paging) : RoomAnswer(sideload)
{
    public Paging Paging { get; } = paging;
}
