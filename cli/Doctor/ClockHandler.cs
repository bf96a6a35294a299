using System.Net;

namespace Amity.Cli.Doctor;

/// <summary>Reads the service's clock off its answers.</summary>
internal sealed class ClockHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All })
{
    /// <summary>How far this machine's clock is ahead; null when no answer named a time.</summary>
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
