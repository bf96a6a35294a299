namespace Amity;

// Lets every ban of the page see the users behind it.
public sealed partial class ViewerBanPage
{
    internal override void OnRead()
    {
        var sideload = Sideload.Attach(Rooms, RoomChildrens, Users, Files);
        foreach (var ban in RoomBannedUsers)
        {
            ban?.Attach(sideload);
        }
    }
}
