using Amity.Core.Cancellation;
using Amity.Core.Json;

namespace Amity.Rooms;

// Signs a watch-time report by the documented recipe (social.plus API reference, reportWatchTime).
public sealed partial class WatchTimeReport
{
    /// <summary>Stands for what an attempt fills in before it is sent.</summary>
    private const string Unsigned = "unsigned";

    private IWatchTimeSigner? _signer;

    /// <summary>A report that is signed anew, with a nonce of its own, each time it is sent.</summary>
    internal static WatchTimeReport SignedBy(IWatchTimeSigner signer, IReadOnlyList<RoomWatch> rooms) => new()
    {
        _signer = signer,
        Rooms = [.. rooms.Select(WithMilliseconds)],
        Signature = Unsigned,
        NonceStr = Unsigned,
        Timestamp = DateTimeOffset.MinValue,
    };

    internal override async ValueTask<bool> RenewAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (_signer is null)
        {
            return false;
        }

        NonceStr = Guid.NewGuid().ToString("N");
        Timestamp = InstantText.ToMilliseconds(time.GetUtcNow());
        var text = TextToSign();
        Signature = await CallersCode.RunAsync(() => _signer.SignAsync(text, cancellationToken), cancellationToken).ConfigureAwait(false)
            is { Length: > 0 } signature
            ? signature
            : throw new InvalidOperationException($"The {nameof(IWatchTimeSigner)} returned no signature.");
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
