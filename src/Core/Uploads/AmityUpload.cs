using System.Net;
using System.Net.Http.Headers;
using Amity.Core.Arguments;
using Amity.Core.Cancellation;

namespace Amity;

/// <summary>A file to upload: its content, and how it is described to the service.</summary>
public sealed class AmityUpload
{
    private const string UnknownType = "application/octet-stream";

    private readonly long _start;
    private bool _wasRead;
    private volatile bool _isBeingRead;

    /// <summary>Describes an upload.</summary>
    /// <param name="content">
    /// The content from its present position on; the caller keeps and disposes it, after the call. A stream that cannot seek is read once,
    /// so that the call is not repeated when it fails after that. What a stream throws ends the call as it is.
    /// </param>
    /// <param name="fileName">The name of the file, without a folder.</param>
    /// <param name="contentType">The media type, such as image/png; null for application/octet-stream.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or name or type is not acceptable.</exception>
    public AmityUpload(Stream content, string fileName, string? contentType = null)
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        FileName = fileName ?? throw new ArgumentNullException(nameof(fileName));
        ContentType = contentType ?? UnknownType;
        if (!content.CanRead)
        {
            throw new ArgumentException($"{nameof(content)} cannot be read.", nameof(content));
        }

        Guard.Text(fileName, 1, int.MaxValue, nameof(fileName));
        if (fileName.Any(letter => char.IsControl(letter) || letter is '/' or '\\' or '"'))
        {
            throw new ArgumentException($"{nameof(fileName)} has a slash, a quotation mark or a control character.", nameof(fileName));
        }

        if (!MediaTypeHeaderValue.TryParse(ContentType, out _))
        {
            throw new ArgumentException($"{nameof(contentType)} is not a media type.", nameof(contentType));
        }

        _start = content.CanSeek ? content.Position : 0;
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name of the file.</summary>
    public string FileName { get; }

    /// <summary>The media type.</summary>
    public string ContentType { get; }

    /// <summary>Whether the stream can be read: not by two attempts at once, where one timed out while it waited for a read.</summary>
    internal bool CanBeSent => !_isBeingRead && (Content.CanSeek || !_wasRead);

    /// <summary>The content for one attempt.</summary>
    /// <param name="failed">Takes what the stream throws.</param>
    /// <param name="attempt">Ends with the attempt.</param>
    internal HttpContent ToContent(Action<Exception> failed, CancellationToken attempt) =>
        new AttemptContent(this, failed, attempt) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType) } };

    /// <summary>How many bytes there are; null when the stream does not know.</summary>
    private long? Length => Content.CanSeek ? Content.Length - _start : null;

    /// <summary>Goes to where the content begins.</summary>
    /// <exception cref="InvalidOperationException">It was read, and its stream cannot go back: a handler of the caller's sent it twice.</exception>
    private void Rewind()
    {
        if (Content.CanSeek)
        {
            Content.Position = _start;
        }
        else if (_wasRead)
        {
            throw new InvalidOperationException($"The content of {FileName} was read already, and its stream cannot be read again.");
        }

        _wasRead = true;
    }

    private async Task<int> ReadAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        _isBeingRead = true;
        try
        {
            var read = Content.ReadAsync(buffer, 0, buffer.Length, cancellationToken);
            return await read.ConfigureAwait(false);
        }
        finally
        {
            _isBeingRead = false;
        }
    }

    /// <summary>
    /// The content for one attempt. The stream stays the caller's: what it throws is no failure of the connection, and one that
    /// hangs does not hold the call.
    /// </summary>
    /// <param name="upload">What is sent.</param>
    /// <param name="failed">Takes what the stream throws.</param>
    /// <param name="attempt">Ends with the attempt.</param>
    private sealed class AttemptContent(AmityUpload upload, Action<Exception> failed, CancellationToken attempt) : HttpContent
    {
        private const int BufferSize = 80 * 1024;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            // Not of the pool: a stream that hangs keeps it.
            var buffer = new byte[BufferSize];
            var isFirst = true;
            while (await ReadAsync().ConfigureAwait(false) is var count and > 0)
            {
#if NET
                await stream.WriteAsync(buffer.AsMemory(0, count), attempt).ConfigureAwait(false);
#else
                await stream.WriteAsync(buffer, 0, count, attempt).ConfigureAwait(false);
#endif
            }

            async Task<int> ReadAsync()
            {
                try
                {
                    if (isFirst)
                    {
                        upload.Rewind();
                        isFirst = false;
                    }

                    return await CallersCode.WaitAsync(upload.ReadAsync(buffer, attempt), attempt).ConfigureAwait(false);
                }
                catch (Exception exception) when (!attempt.IsCancellationRequested)
                {
                    failed(exception);
                    throw;
                }
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = upload.Length ?? 0;
            return upload.Length is not null;
        }
    }
}
