using System.Net;

namespace Amity;

/// <summary>
/// The content of an upload for one attempt. The stream stays the caller's: what it throws is no failure of the connection, and one that
/// hangs does not hold the call.
/// </summary>
internal sealed class UploadContent(AmityUpload upload, AmityCall call, CancellationToken attempt) : HttpContent
{
    private const int BufferSize = 80 * 1024;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // Not of the pool: a stream that hangs keeps it.
        var buffer = new byte[BufferSize];
        var isFirst = true;
        while (await ReadAsync().ConfigureAwait(false) is var count and > 0)
        {
            await Polyfills.WriteAsync(stream, buffer, count, attempt).ConfigureAwait(false);
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
                call.ThrownByCaller = exception;
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
