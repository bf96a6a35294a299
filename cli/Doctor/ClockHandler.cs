using Amity.Core.Http;

namespace Amity.Cli.Doctor;

/// <summary>Reads the service's clock off its responses.</summary>
internal sealed class ClockHandler() : DelegatingHandler(AmityConnections.NewHandler())
{
    /// <summary>How far this machine's clock is ahead; null when no response named a time.</summary>
    public TimeSpan? Ahead { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.Date is { } date)
        {
            Ahead = DateTimeOffset.UtcNow - date;
        }

        return response;
    }
}
