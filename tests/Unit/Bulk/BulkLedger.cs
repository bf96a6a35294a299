using System.Net.Sockets;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Bulk;

/// <summary>A service that keeps its bans in memory and fails as it is told, call by call.</summary>
internal sealed class BulkLedger
{
    private readonly Queue<Failure> _plan;
    private readonly HashSet<string> _banned;
    private readonly HashSet<string> _rejected;

    internal BulkLedger(IEnumerable<Failure> plan, IEnumerable<string>? banned = null, IEnumerable<string>? rejected = null)
    {
        _plan = new Queue<Failure>(plan);
        _banned = [.. banned ?? []];
        _rejected = [.. rejected ?? []];
        Handler = new ReactingHandler(Response);
    }

    /// <summary>How a call can go wrong, and whether the service acted on it.</summary>
    internal enum Failure
    {
        None,
        ConnectionRefused,
        ResetBefore,
        ResetAfter,
        RateLimited,
        ServerErrorBefore,
        ServerErrorAfter,
        SaysFailure,
        MalformedAfter,
        CancelledBefore,
        CancelledAfter,
    }

    internal ReactingHandler Handler { get; }

    internal IReadOnlyCollection<string> Banned => _banned;

    /// <summary>Cancelled by the two failures of that name; renewed by whoever runs the remaining ids.</summary>
    internal CancellationTokenSource Cancellation { get; set; } = new();

    private async Task<HttpResponseMessage> Response(RecordedRequest request, CancellationToken cancellationToken)
    {
        var failure = _plan.Count > 0 ? _plan.Dequeue() : Failure.None;
        string[] ids = [.. JObject.Parse(request.Body!)["userIds"]!.Select(id => (string)id!)];
        if (failure is Failure.None && ids.Any(_rejected.Contains))
        {
            return ScriptedHandler.Json(403, """{"code":400306}""");
        }

        if (failure is Failure.None or Failure.ResetAfter or Failure.ServerErrorAfter or Failure.MalformedAfter or Failure.CancelledAfter && !ids.Any(_rejected.Contains))
        {
            Apply(request.Method, ids);
        }

        switch (failure)
        {
            case Failure.None:
                return ScriptedHandler.Json(200, """{"success":true}""");
            case Failure.ConnectionRefused:
                throw new HttpRequestException("rejected", new SocketException((int)SocketError.ConnectionRefused));
            case Failure.RateLimited:
                return ScriptedHandler.Json(429, """{"code":400311}""");
            case Failure.ServerErrorBefore or Failure.ServerErrorAfter:
                return ScriptedHandler.Json(503, "{}");
            case Failure.SaysFailure:
                return ScriptedHandler.Json(200, """{"success":false}""");
            case Failure.MalformedAfter:
                return ScriptedHandler.Json(200, "<html></html>");
            case Failure.CancelledBefore or Failure.CancelledAfter:
                await Cancellation.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                throw new InvalidOperationException("The cancellation did not reach the handler.");
            default:
                throw new HttpRequestException("reset", new IOException("reset"));
        }
    }

    private void Apply(string method, string[] ids)
    {
        if (method == "POST")
        {
            _banned.UnionWith(ids);
        }
        else
        {
            _banned.ExceptWith(ids);
        }
    }
}
