namespace Amity;

// Signs a watch-time report by the documented recipe (social.plus API reference, reportWatchTime).
public sealed partial class WatchTimeReport
{
    private IWatchTimeSigner? _signer;

    /// <summary>A report that is signed anew, with a nonce of its own, each time it is sent.</summary>
    internal static async Task<WatchTimeReport> SignedAsync(IReadOnlyList<RoomWatch> rooms, IWatchTimeSigner signer, TimeProvider time, CancellationToken cancellationToken)
    {
        var report = new WatchTimeReport { Rooms = rooms, _signer = signer };
        await report.RenewAsync(time, cancellationToken).ConfigureAwait(false);
        return report;
    }

    internal override async ValueTask<bool> RenewAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (_signer is null)
        {
            return false;
        }

        NonceStr = Guid.NewGuid().ToString("N");
        Timestamp = time.GetUtcNow();
        Signature = await _signer.SignAsync(TextToSign(), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private string TextToSign()
    {
        var data = string.Join(";", Rooms.Select(Fields));
        return $"nonceStr={NonceStr}&timestamp={Instant(Timestamp)}&data={data}==";
    }

    // Sorted by the field's name, as the recipe asks.
    private static string Fields(RoomWatch watch)
    {
        var session = watch.SessionId is null ? null : $"&sessionId={watch.SessionId}";
        return $"endTime={Instant(watch.EndTime)}&roomId={watch.RoomId}{session}&startTime={Instant(watch.StartTime)}&watchSeconds={NumberConverter.Format(watch.WatchSeconds!.Value)}";
    }

    private static string Instant(DateTimeOffset? instant) => InstantText.Format(instant!.Value);
}
