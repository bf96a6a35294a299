using System.IO.Compression;
using System.Text;

namespace Amity.Tests.Hostile;

/// <summary>A body that cannot be read to its end, or not as text.</summary>
internal sealed record UnreadableBody(string Name, string Headers, byte[] Bytes, RawEnd End)
{
    internal const int Limit = 64 * 1024;

    private const string Json = """{"status":"error","code":400000,"message":"text"}""";

    internal static readonly UnreadableBody Stalled = new("stalled", "Content-Length: 100", Ascii("{"), RawEnd.Stall);

    internal static IReadOnlyList<UnreadableBody> All { get; } =
    [
        new("cut", "Content-Length: 100", Ascii(Json), RawEnd.Close),
        Whole("not gzip", "Content-Encoding: gzip", Ascii("<html>Forbidden</html>")),
        Whole("half of a gzip", "Content-Encoding: gzip", Gzip(Ascii(Json))[..30]) with { IsRead = true },
        Whole("too large", "Content-Type: text/plain", new byte[2 * Limit]),
        new("invalid chunk", "Transfer-Encoding: chunked", Ascii("zz\r\n{}\r\n0\r\n\r\n"), RawEnd.Close),
        Stalled,
        new("reset", "Content-Length: 100", Ascii("{"), RawEnd.Reset),
        Whole("invalid UTF-8", "Content-Type: text/plain", [.. Ascii(Json), 0xff, 0xfe]) with { IsRead = true },
    ];

    /// <summary>Whether .NET gives what there is of it, so that something of it may be shown.</summary>
    internal bool IsRead { get; private init; }

    public override string ToString() => Name;

    internal RawResponse With(int status, string? header = null) =>
        RawResponse.Of($"HTTP/1.1 {status} Status\n{Headers}{(header is null ? null : $"\n{header}")}", Bytes, End);

    internal static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static UnreadableBody Whole(string name, string header, byte[] bytes) =>
        new(name, $"{header}\nContent-Length: {bytes.Length}", bytes, RawEnd.KeepOpen);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
