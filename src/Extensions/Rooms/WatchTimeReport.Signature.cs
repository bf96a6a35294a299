namespace Amity;

// Signs a watch-time report by the documented recipe (social.plus API reference, reportWatchTime).
public sealed partial class WatchTimeReport
{
    private IWatchTimeSigner? _signer;

    /// <summary>A report that is signed anew, with a nonce of its own, each time it is sent.</summary>
    internal static async Task<WatchTimeReport> SignedAsync(IReadOnlyList<RoomWatch> rooms, IWatchTimeSigner signer, TimeProvider time, CancellationToken cancellationToken)
    {
        var report = new WatchTimeReport { Rooms = [.. rooms.Select(WithMilliseconds)], _signer = signer };
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
        Timestamp = InstantText.ToMilliseconds(time.GetUtcNow());
        var text = TextToSign();
        Signature = await AbandonedTasks.RunAsync(() => _signer.SignAsync(text, cancellationToken), cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The {nameof(IWatchTimeSigner)} returned no signature.");
        return true;
    }

    // The service may write the times anew before it checks the signature, and it writes milliseconds.
    private static RoomWatch WithMilliseconds(RoomWatch watch)
    {
        var copy = new RoomWatch
        {
            RoomId = watch.RoomId,
            StartTime = InstantText.ToMilliseconds(watch.StartTime!.Value),
            EndTime = InstantText.ToMilliseconds(watch.EndTime!.Value),
            WatchSeconds = watch.WatchSeconds,
            SessionId = watch.SessionId,
        };
        foreach (var field in watch.AdditionalProperties)
        {
            copy.AdditionalProperties.Add(field);
        }

        return copy;
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
