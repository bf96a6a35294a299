namespace Amity;

// The text that a watch-time report's signature is made of (social.plus API reference, reportWatchTime).
public sealed partial class WatchTimeReport
{
    internal string TextToSign()
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

    private static string Instant(DateTimeOffset? instant) => InstantConverter.Format(instant!.Value);
}
