using Amity.Tests.Faults;

namespace Amity.Tests.Hostile;

/// <summary>Lets an attempt time out as soon as the body of a rejection is being read.</summary>
internal sealed class BodyTimeoutHandler(PromptClock clock) : DelegatingHandler(Clients.Handler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            response.Content = new OpenedContent(response.Content, clock.EndAttempt);
        }

        return response;
    }
}
