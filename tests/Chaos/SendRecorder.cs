using System.Diagnostics;
using System.Globalization;

namespace Amity.Tests.Chaos;

/// <summary>Stands under a team's client and notes every request that goes to the connection.</summary>
internal sealed class SendWatch : DelegatingHandler
{
    private readonly Team _team;
    private readonly WireLog _log;

    internal SendWatch(Team team, WireLog log, HttpMessageHandler inner)
        : base(inner)
    {
        _team = team;
        _log = log;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // First of all: this is the moment that the rate limit is about.
        var number = _log.Add(new SendRecord(_team, request.Method, Stopwatch.GetTimestamp()));
        request.Headers.Add(WireLog.Header, number.ToString(CultureInfo.InvariantCulture));
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(CancellationToken.None);
        CallNote.Current?.Sending($"{request.Method} {request.RequestUri} {body}");
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            if (CallNote.Current is { } call)
            {
                call.MayArriveLate = true;
            }

            throw;
        }
    }
}
