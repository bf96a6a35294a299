namespace Amity;

// Lets every room of the page see its creator, thumbnail and children.
public sealed partial class RoomPage
{
    internal override void OnRead()
    {
        Sideload.Attach(Rooms, RoomChildrens, Users, Files);
    }
}
