using System.Net;
using System.Text;

namespace Amity.Tests.Support;

/// <summary>Plays the service from a script, one step per request, and records what was sent. A request beyond the script fails the test.</summary>
public sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Queue<Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>>> _steps = new();
    private readonly List<RecordedRequest> _requests = [];
    private Func<RecordedRequest, HttpResponseMessage>? _rest;

    /// <summary>What was sent so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _requests;

    /// <summary>Makes a response whose body is JSON.</summary>
    public static HttpResponseMessage Json(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>Makes a response that redirects.</summary>
    public static HttpResponseMessage Redirect(string location) => new(HttpStatusCode.Found) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } };

    public ScriptedHandler Response(string json) => Response(200, json);

    public ScriptedHandler Response(int status, string json) => Response(Json(status, json));

    public ScriptedHandler Response(HttpResponseMessage response) => Step((_, _) => Task.FromResult(response));

    public ScriptedHandler Throw(Exception exception) => Step((_, _) => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Responses when the task completes, unless the request is cancelled before.</summary>
    public ScriptedHandler ResponseWhen(Task<HttpResponseMessage> response) => Step((_, cancellationToken) => response.WaitAsync(cancellationToken));

    public ScriptedHandler Step(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> step)
    {
        _steps.Enqueue(step);
        return this;
    }

    /// <summary>Responses every request that the script has no step for.</summary>
    public ScriptedHandler ResponseTheRest(Func<RecordedRequest, HttpResponseMessage> response)
    {
        _rest = response;
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.RecordAsync(request, cancellationToken);
        Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>>? step;
        lock (_requests)
        {
            // Calls may run at once.
            _requests.Add(recorded);
            _steps.TryDequeue(out step);
        }

        return step is not null ? await step(recorded, cancellationToken)
            : _rest?.Invoke(recorded)
            ?? throw new InvalidOperationException($"The script has no response to request {_requests.Count}: {recorded.Method} {recorded.Target}");
    }
}
