using Amity.Tests.Faults;

namespace Amity.Tests.Hostile;

/// <summary>Lets an attempt time out as soon as its response has begun.</summary>
internal sealed class StallEnder(PromptClock clock) : DelegatingHandler(Clients.Handler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        clock.EndAttempt();
        return response;
    }
}
