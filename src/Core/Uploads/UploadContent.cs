using System.Net;
using Amity.Core.Cancellation;

namespace Amity.Core.Uploads;

/// <summary>
/// The content of an upload for one attempt. The stream stays the caller's: what it throws is no failure of the connection, and one that
/// hangs does not hold the call.
/// </summary>
/// <param name="upload">What is sent.</param>
/// <param name="failed">Takes what the stream throws.</param>
/// <param name="attempt">Ends with the attempt.</param>
internal sealed class UploadContent(AmityUpload upload, Action<Exception> failed, CancellationToken attempt) : HttpContent
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
