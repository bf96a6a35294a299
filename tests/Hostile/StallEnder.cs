using System.Net;
using Amity.Tests.Faults;

namespace Amity.Tests.Hostile;

/// <summary>Lets an attempt time out as soon as the body of a rejection is being read.</summary>
internal sealed class StallEnder(PromptClock clock) : DelegatingHandler(Clients.Handler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            response.Content = new Stalled(response.Content, clock);
        }

        return response;
    }

    private sealed class Stalled(HttpContent content, PromptClock clock) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync()
        {
            clock.EndAttempt();
            return content.ReadAsStreamAsync();
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
