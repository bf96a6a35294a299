using System.IO.Compression;
using System.Text;

namespace Amity.DriftCheck.Recording;

/// <summary>The bytes of a recorded body.</summary>
internal static class HarBody
{
    private const int LargestBody = 32 * 1024 * 1024;

    /// <summary>Undoes what the recording and the service did to the body; null when that cannot be done.</summary>
    /// <param name="text">The body as it was recorded.</param>
    /// <param name="encoding">How the recording wrote it: base64, or as it is.</param>
    /// <param name="compression">How the service compressed it; some recordings keep it so.</param>
    public static byte[]? Decode(string text, string? encoding, string? compression)
    {
        if (!string.Equals(encoding, "base64", StringComparison.OrdinalIgnoreCase))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Decompress(bytes[..length], compression) : null;
    }

    private static byte[]? Decompress(byte[] bytes, string? compression)
    {
        using var recorded = new MemoryStream(bytes);
        using Stream? content = compression?.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(recorded, CompressionMode.Decompress),
            "br" => new BrotliStream(recorded, CompressionMode.Decompress),
            "deflate" => new ZLibStream(recorded, CompressionMode.Decompress),
            _ => null,
        };
        if (content is null)
        {
            return bytes;
        }

        try
        {
            return ReadAll(content);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // Most recordings keep the header and not the compression.
            return bytes;
        }
    }

    private static byte[]? ReadAll(Stream content)
    {
        using var all = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
        {
            all.Write(buffer, 0, read);
            if (all.Length > LargestBody)
            {
                return null;
            }
        }

        return all.ToArray();
    }
}
