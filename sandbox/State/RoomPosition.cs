namespace Amity.Sandbox.State;

/// <summary>The place of a room in the order of creation; the id decides between rooms of one instant.</summary>
internal sealed record RoomPosition(DateTimeOffset CreatedAt, string RoomId) : IComparable<RoomPosition>
{
    public static readonly RoomPosition First = new(DateTimeOffset.MinValue, "");
    public static readonly RoomPosition Last = new(DateTimeOffset.MaxValue, "");

    public int CompareTo(RoomPosition? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byTime = CreatedAt.CompareTo(other.CreatedAt);
        return byTime != 0 ? byTime : string.CompareOrdinal(RoomId, other.RoomId);
    }
}
