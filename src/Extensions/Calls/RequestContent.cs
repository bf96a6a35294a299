using System.Net;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace Amity;

/// <summary>
/// The content of a request, empty for those without a body: .NET's handler repeats a request without content on its own when the
/// connection closes early, uncounted, and it asks for a content only when the connection stands, which is when the request is written.
/// </summary>
internal sealed class RequestContent : HttpContent
{
    private readonly AmityCall _call;
    private readonly byte[] _body;

    private RequestContent(AmityCall call)
    {
        _call = call;
        _body = call.Request.Body ?? [];
        if (call.Request.Body is not null)
        {
            Headers.ContentType = new MediaTypeHeaderValue(AmityJson.MediaType);
        }
    }

    /// <summary>Whether the handler rejects a read with a content, as the one of .NET Framework does.</summary>
    internal static bool IsRejectedOnReads { get; } = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <summary>The content of a call's request; null where it cannot have one.</summary>
    internal static RequestContent? Of(AmityCall call) => IsRejectedOnReads && call.Request.Method == HttpMethod.Get ? null : new RequestContent(call);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _call.Written();
        return stream.WriteAsync(_body, 0, _body.Length);
    }

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _call.Written();
        return stream.WriteAsync(_body, 0, _body.Length, cancellationToken);
    }
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
