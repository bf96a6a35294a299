using Amity.Core.Arguments;

namespace Amity.Rooms;

// Makes, signs and sends the report of the operation reportWatchTime.
public partial class RoomsClient
{
    /// <summary>Reports how long a viewer watched, with a nonce and a signature of its own for each call.</summary>
    /// <param name="rooms">What was watched; at least one entry, each with room, start, end and seconds.</param>
    /// <param name="signer">Signs the report.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An entry is incomplete or outside a limit; nothing was signed or sent.</exception>
    /// <exception cref="AmityApiException">The service rejected the report; a wrong signature is status 500 with code 500000.</exception>
    public virtual Task ReportWatchTimeAsync(IEnumerable<RoomWatch> rooms, IWatchTimeSigner signer, CancellationToken cancellationToken = default)
    {
        Connected();
        if (signer is null)
        {
            throw new ArgumentNullException(nameof(signer));
        }

        RoomWatch[] watches = [.. rooms ?? throw new ArgumentNullException(nameof(rooms))];
        Guard.Count(watches, 1, int.MaxValue, nameof(rooms));
        Guard.Each(watches, nameof(rooms), AmityModel.Check);

        return ReportWatchTimeAsync(WatchTimeReport.SignedBy(signer, watches), cancellationToken);
    }
}
