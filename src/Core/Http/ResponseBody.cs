using System.Buffers;
using System.Net.Http.Headers;
#if NET
using System.Runtime.CompilerServices;
#endif
using System.Text;
using Amity.Core.Cancellation;
using Amity.Core.Errors;
#if NET
using Amity.Core.Json;
#endif

namespace Amity.Core.Http;

/// <summary>
/// A response's body, read up to a limit while honouring cancellation, which HttpContent's own buffering does not on every framework; its
/// memory is borrowed from the pool, and given back when it is disposed.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstSize = 16 * 1024;
    private const int LargestTrust = 1024 * 1024;
    private const int LongestArray = 0x7FFFFFC7;

    /// <summary>
    /// Stands for bytes that are invalid in their charset; as UTF-8 bytes that are invalid there, too, so that their text counts as
    /// absent.
    /// </summary>
    private const string Invalid = "\uFFFF";

    private static readonly byte[] BigEndianMark = Encoding.BigEndianUnicode.GetPreamble();

    private byte[] _buffer;
    private int _length;
    private bool _isLent;

    private ResponseBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads a body to its end, as UTF-8 whatever charset it declares.</summary>
    /// <param name="request">The request that it responds to.</param>
    /// <param name="content">The content of the response.</param>
    /// <param name="limit">Most bytes, after decompression.</param>
    /// <param name="endsWithToken">Whether the handler's stream surely ends when the token does.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    internal static async ValueTask<ResponseBody> ReadAsync(
        RequestName request, HttpContent content, int limit, bool endsWithToken, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing; but not much on a mere announcement.
        var announced = content.Headers.ContentLength is { } length && length < limit ? (int)Math.Min(length + 1, LargestTrust) : FirstSize;
        var body = new ResponseBody(announced);
        try
        {
            var opening = OpenAsync(content, cancellationToken);
            var stream = await (endsWithToken ? opening : CallersCode.WaitAsync(opening, cancellationToken)).ConfigureAwait(false);
            while (true)
            {
                var free = body.Free();
                var count = endsWithToken
                    ? await ReadAsync(stream, free, cancellationToken).ConfigureAwait(false)
                    : await body.LendAsync(ReadAsync(stream, free, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return body.ToUtf8(CharsetOf(content.Headers));
                }

                if (body.Filled(count) > limit)
                {
                    throw new AmityTransportException(
                        request,
                        AmityTransportFailure.TooLarge,
                        $"the response is larger than {limit} bytes ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.MaxResponseBytes)})");
                }
            }
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // Brotli's way to say what the other compressions say by InvalidDataException.
            body.Dispose();
            throw new InvalidDataException(exception.Message, exception);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_isLent)
        {
            Return();
        }

        _buffer = [];
        _length = 0;
    }

    /// <summary>Room for more, at least one byte.</summary>
    private ArraySegment<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, LongestArray));
            Bytes.CopyTo(larger);
            Return();
            _buffer = larger;
        }

        return new ArraySegment<byte>(_buffer, _length, _buffer.Length - _length);
    }

    /// <summary>Counts bytes that were read into <see cref="Free"/>; gives the length so far.</summary>
    private int Filled(int count) => _length += count;

    /// <summary>
    /// Waits for a reader of the caller's own; one that goes on after the wait keeps the buffer, which then never returns to the pool.
    /// </summary>
    private async Task<int> LendAsync(Task<int> reading, CancellationToken cancellationToken)
    {
        _isLent = true;
        var count = await CallersCode.WaitAsync(reading, cancellationToken).ConfigureAwait(false);
        _isLent = false;
        return count;
    }

    /// <summary>The body in UTF-8: itself, or a copy when it declares another charset that is known here.</summary>
    private ResponseBody ToUtf8(string? charset)
    {
        if (EncodingOf(charset) is not { } encoding || encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return this;
        }

        if (encoding.CodePage == Encoding.Unicode.CodePage && Bytes.StartsWith(BigEndianMark))
        {
            encoding = EncodingOf(Encoding.BigEndianUnicode.WebName)!;
        }

        var utf8 = Encoding.UTF8.GetBytes(encoding.GetString(_buffer, 0, _length));
        var invalid = Encoding.UTF8.GetBytes(Invalid);
        for (var rest = utf8.AsSpan(); rest.IndexOf(invalid) is var found and >= 0; rest = rest.Slice(found))
        {
            rest.Slice(found, invalid.Length).Fill(0xFF);
        }

        var body = new ResponseBody(utf8.Length + 1);
        utf8.CopyTo(body._buffer, 0);
        body._length = utf8.Length;
        Dispose();
        return body;
    }

    private static Encoding? EncodingOf(string? charset)
    {
        if (charset is null)
        {
            return null;
        }

        var name = charset.Trim('"');
        var invalid = new DecoderReplacementFallback(Invalid);
        try
        {
#if NET
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, invalid)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, invalid);
#else
            return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, invalid);
#endif
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // A name that nobody knows, or one that .NET will not read; the service writes UTF-8.
            return null;
        }
    }

    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) =>
#if NET
        content.ReadAsStreamAsync(cancellationToken);
#else
        content.ReadAsStreamAsync();
#endif

#if NET
    // The usual types are known as they stand; parsing one costs more than a small body.
    private static string? CharsetOf(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Type", out var type)
        && type.ToString() is AmityJson.MediaType or $"{AmityJson.MediaType}; charset=utf-8"
            ? null
            : headers.ContentType?.CharSet;
#else
    private static string? CharsetOf(HttpContentHeaders headers) => headers.ContentType?.CharSet;
#endif

    private static ValueTask<int> ReadAsync(Stream stream, ArraySegment<byte> free, CancellationToken cancellationToken) =>
#if NET
        stream.ReadAsync(free.AsMemory(), cancellationToken);
#else
        new(stream.ReadAsync(free.Array!, free.Offset, free.Count, cancellationToken));
#endif

    // Responses hold secrets, and the pool is everybody's.
    private void Return() => ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
}
