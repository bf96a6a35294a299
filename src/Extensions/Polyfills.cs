using System.Text;

namespace Amity;

/// <summary>What newer frameworks have and .NET Standard lacks.</summary>
internal static class Polyfills
{
#if NET
    internal static string ToText(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    internal static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    internal static bool AsciiEquals(string text, ReadOnlySpan<byte> utf8) => Ascii.Equals(utf8, text);

    /// <summary>A number from 0 to 1.</summary>
    internal static double NextRandom() => Random.Shared.NextDouble();

    internal static CancellationTokenSource CancelAfter(TimeSpan time, TimeProvider clock) => new(time, clock);

    internal static bool TryReset(CancellationTokenSource source) => source.TryReset();

    internal static CancellationTokenRegistration Register(Action<object?> callback, object state, CancellationToken token) => token.UnsafeRegister(callback, state);

    internal static ValueTask WriteAsync(Stream stream, byte[] bytes, int count, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes.AsMemory(0, count), cancellationToken);
#else
    [ThreadStatic]
    private static Random? _random;

    internal static unsafe string ToText(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* start = utf8)
        {
            return utf8.IsEmpty ? string.Empty : Encoding.UTF8.GetString(start, utf8.Length);
        }
    }

    internal static bool IsUtf8(ReadOnlySpan<byte> bytes) => Utf8Text.TryRead(bytes, out _);

    internal static bool AsciiEquals(string text, ReadOnlySpan<byte> utf8)
    {
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
    }

    /// <summary>A number from 0 to 1.</summary>
    internal static double NextRandom() => (_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();

    internal static CancellationTokenSource CancelAfter(TimeSpan time, TimeProvider clock) => clock.CreateCancellationTokenSource(time);

    internal static bool TryReset(CancellationTokenSource _) => false;

    internal static CancellationTokenRegistration Register(Action<object?> callback, object state, CancellationToken token) => token.Register(callback, state, useSynchronizationContext: false);

    internal static ValueTask WriteAsync(Stream stream, byte[] bytes, int count, CancellationToken cancellationToken) =>
        new(stream.WriteAsync(bytes, 0, count, cancellationToken));
#endif
}
