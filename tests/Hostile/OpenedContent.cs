using System.Net;

namespace Amity.Tests.Hostile;

/// <summary>The content of a response that says when its body is opened.</summary>
internal sealed class OpenedContent(HttpContent content, Action opened) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        opened();
        return content.ReadAsStreamAsync();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
