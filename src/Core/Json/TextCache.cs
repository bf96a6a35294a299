using System.Buffers.Binary;

namespace Amity.Core.Json;

/// <summary>
/// Shares the short texts that a response repeats, such as the ids of people who stand in several places; cleared after each response.
/// </summary>
internal sealed class TextCache
{
    private const int Size = 1024;
    private const int LongestText = 40;

    [ThreadStatic]
    private static TextCache? _ofThread;

    private readonly string?[] _texts = new string?[Size];

    internal static TextCache OfThread => _ofThread ??= new TextCache();

    /// <summary>The text of these bytes; null when they are invalid.</summary>
    internal string? Get(ReadOnlySpan<byte> utf8)
    {
        string? text;
        if (utf8.Length is 0 or > LongestText)
        {
            return Utf8Text.TryRead(utf8, out text) ? text : null;
        }

        ref var shared = ref _texts[Hash(utf8) & (Size - 1)];
        return shared is not null && Equals(shared, utf8) ? shared
            : Utf8Text.TryRead(utf8, out text) ? shared = text
            : null;
    }

    internal void Clear() => Array.Clear(_texts, 0, Size);

    private static bool Equals(string text, ReadOnlySpan<byte> utf8)
    {
#if NET
        return System.Text.Ascii.Equals(utf8, text);
#else
        if (text.Length != utf8.Length)
        {
            return false;
        }

        for (var i = 0; i < utf8.Length; i++)
        {
            if (text[i] != utf8[i] || utf8[i] > 127)
            {
                return false;
            }
        }

        return true;
#endif
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * 0x9E3779B97F4A7C15;
            utf8 = utf8.Slice(sizeof(ulong));
        }

        foreach (var b in utf8)
        {
            hash = (hash ^ b) * 0x100000001B3;
        }

        // The last characters of a word reach only the top bits, so these choose the slot.
        return (uint)(((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15) >> 48);
    }
}
