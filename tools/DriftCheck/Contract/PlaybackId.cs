using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Contract;

/// <summary>The id of a recording, which stands only inside its addresses: .../recorded/{playbackId}/watch and .../thumbnail.</summary>
internal static class PlaybackId
{
    private const string Marker = "/recorded/";

    public static string? Of(JToken recording) => In(recording.TextAt("url")) ?? In(recording.TextAt("thumbnailUrl"));

    private static string? In(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var path = address.AbsolutePath;
        var start = path.LastIndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        var end = start < Marker.Length ? -1 : path.IndexOf('/', start);
        return end > start && Uri.UnescapeDataString(path[start..end]) is var id && OperationPaths.CanHold(id) ? id : null;
    }
}
