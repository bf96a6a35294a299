using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Amity.Core.Json;

namespace Amity.Core.Http;

/// <summary>
/// The content of a request, empty for those without a body: .NET's handler repeats a request without content on its own when the
/// connection closes early, uncounted, and it asks for a content only when the connection stands, which is when the request is written.
/// </summary>
internal sealed class RequestContent : HttpContent
{
    private readonly AmityCall _call;
    private readonly bool _isOwnHandler;
    private readonly byte[] _body;
    private readonly HttpContent? _multipart;

    private RequestContent(AmityCall call, bool isOwnHandler, CancellationToken attempt)
    {
        _call = call;
        _isOwnHandler = isOwnHandler;
        _body = call.Request.Body ?? [];
        _multipart = call.Request.Parts?.ToContent(exception => call.ThrownByCaller = exception, attempt);
        if (_multipart is not null)
        {
            Headers.ContentType = _multipart.Headers.ContentType;
        }
        else if (call.Request.Body is not null)
        {
            Headers.ContentType = new MediaTypeHeaderValue(AmityJson.MediaType);
        }
    }

    /// <summary>Whether the handler rejects a read with a content, as the one of .NET Framework does.</summary>
    internal static bool IsRejectedOnReads { get; } =
        RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <summary>The content of one attempt of a call; null where it cannot have one.</summary>
    internal static RequestContent? Of(AmityCall call, bool isOwnHandler, CancellationToken attempt) =>
        IsRejectedOnReads && call.Request.IsRead ? null : new RequestContent(call, isOwnHandler, attempt);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Written(context);
        return _multipart is null ? stream.WriteAsync(_body, 0, _body.Length) : _multipart.CopyToAsync(stream, context);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Written(context);
        return _multipart is null ? stream.WriteAsync(_body, 0, _body.Length, cancellationToken) : _multipart.CopyToAsync(stream, context, cancellationToken);
    }
#endif

    // A handler of the caller's may read the content to log it, but only a connection has a context.
    private void Written(TransportContext? context) => _call.Written(_isOwnHandler || context is not null);

    protected override bool TryComputeLength(out long length)
    {
        var known = _multipart is null ? _body.Length : _multipart.Headers.ContentLength;
        length = known ?? 0;
        return known is not null;
    }
}
