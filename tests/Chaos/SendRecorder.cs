using System.Diagnostics;
using System.Globalization;

namespace Amity.Tests.Chaos;

/// <summary>Stands under a credential's client and notes every request that goes to the connection.</summary>
internal sealed class SendRecorder : DelegatingHandler
{
    private readonly SharedCredential _credential;
    private readonly RequestLog _log;

    internal SendRecorder(SharedCredential credential, RequestLog log, HttpMessageHandler inner)
        : base(inner)
    {
        _credential = credential;
        _log = log;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // First of all: this is the moment that the rate limit is about.
        var number = _log.Add(new SentRequest(_credential, request.Method, Stopwatch.GetTimestamp()));
        request.Headers.Add(RequestLog.Header, number.ToString(CultureInfo.InvariantCulture));
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(CancellationToken.None);
        CallTrace.Current?.Sending($"{request.Method} {request.RequestUri} {body}");
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            if (CallTrace.Current is { } call)
            {
                call.MayArriveLate = true;
            }

            throw;
        }
    }
}
