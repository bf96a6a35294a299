using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Recording;

/// <summary>One entry of a HAR file; of the request neither headers nor body are read, where the secrets are.</summary>
internal sealed class HarEntry(JToken entry, int number)
{
    private const string BodyPath = "response.content.text";

    /// <summary>The address; null when it is none of the web, such as data: and blob:.</summary>
    public Uri? Address =>
        Uri.TryCreate(TextAt("request.url"), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    public string Method => TextAt("request.method");

    /// <summary>The HTTP status; 0 or less when there was no response.</summary>
    public int Status => entry.SelectToken("response.status") is JValue { Value: long and > -1000 and < 1000 and var status }
        ? (int)status
        : throw Unusable("response.status");

    public IReadOnlyList<KeyValuePair<string, string>> Headers =>
    [
        .. entry.ListAt("response.headers")
            .Select(header => KeyValuePair.Create(header.TextAt("name") ?? "", header.TextAt("value") ?? "")),
    ];

    /// <summary>The body; null when it was not recorded, as happens to what a browser no longer holds.</summary>
    public JsonBody? ReadBody()
    {
        var isGone = entry.SelectToken("response.content.size") is JValue { Value: > 0L };
        if (entry.SelectToken(BodyPath) is null or JValue { Value: null } || (isGone && entry.TextAt(BodyPath) is ""))
        {
            return null;
        }

        var encoding = entry.TextAt("response.content.encoding");
        var bytes = HarBody.Decode(TextAt(BodyPath), encoding, Headers.ValueOf("Content-Encoding")) ?? throw Unusable(BodyPath);
        return JsonBody.Read(bytes, text => text);
    }

    private string TextAt(string path) => entry.TextAt(path) ?? throw Unusable(path);

    private CannotCheckException Unusable(string path) => new($"Entry {number} of the recording has no usable {path}.");
}
