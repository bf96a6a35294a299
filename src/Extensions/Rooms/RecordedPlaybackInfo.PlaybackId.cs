using Newtonsoft.Json;

namespace Amity.Rooms;

// The service names a recording only inside its addresses: .../recorded/{playbackId}/watch and .../thumbnail.
public sealed partial class RecordedPlaybackInfo
{
    private const string Marker = "/recorded/";

    /// <summary>The recording's id, for the two recording operations; null when neither address holds one.</summary>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? PlaybackId => IdIn(Url) ?? IdIn(ThumbnailUrl);

    private static string? IdIn(string? url)
    {
        // By scheme too: on Unix a bare path counts as the address of a file.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var path = address.AbsolutePath;
        var start = path.LastIndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        var end = start < Marker.Length ? -1 : path.IndexOf('/', start);
        return end > start ? Uri.UnescapeDataString(path.Substring(start, end - start)) : null;
    }
}
