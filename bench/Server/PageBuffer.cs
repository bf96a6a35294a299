using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Amity.Bench.Server;

/// <summary>Formats text straight into UTF-8, so that the server stays cheap beside the client on the same machine.</summary>
internal sealed class PageBuffer
{
    private readonly byte[] _bytes = new byte[80 * 1024];
    private int _length;

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    internal Span<byte> Free => _bytes.AsSpan(_length);

    internal void Clear() => _length = 0;

    /// <summary>Adds a text that the compiler formats into <paramref name="free"/>, which is <see cref="Free"/>.</summary>
    internal void Text(Span<byte> free, [InterpolatedStringHandlerArgument(nameof(free))] ref Utf8.TryWriteInterpolatedStringHandler text) =>
        _length += Utf8.TryWrite(free, ref text, out var count) ? count : throw new InvalidOperationException("The page does not fit its buffer.");
}
