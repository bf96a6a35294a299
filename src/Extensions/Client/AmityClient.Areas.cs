namespace Amity;

// One property for each client of the spec.
public partial class AmityClient
{
    private RoomsClient? _rooms;

    /// <summary>The Room API: rooms, their participants, viewer bans, recordings and watch time.</summary>
    public virtual IRoomsClient Rooms => _rooms ??= new RoomsClient(Connected());
}
