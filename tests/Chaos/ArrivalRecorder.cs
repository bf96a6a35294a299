using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Chaos;

/// <summary>Notes when requests come in, through the web server's own diagnostics: before anything of the sandbox, faults included, sees them.</summary>
internal sealed class ArrivalRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Started = "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start";

    private readonly RequestLog _log;
    private readonly List<IDisposable> _subscriptions = [];

    internal ArrivalRecorder(RequestLog log)
    {
        _log = log;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore")
        {
            _subscriptions.Add(value.Subscribe(this, name => Started.StartsWith(name, StringComparison.Ordinal)));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Started && value.Value is HttpContext context)
        {
            _log.Arrived(context.Request.Headers[RequestLog.Header].ToString(), Stopwatch.GetTimestamp());
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
