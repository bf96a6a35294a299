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

    /// <summary>Makes an answer whose body is JSON.</summary>
    public static HttpResponseMessage Json(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>Makes an answer that redirects.</summary>
    public static HttpResponseMessage Redirect(string location) => new(HttpStatusCode.Found) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } };

    public ScriptedHandler Answer(string json) => Answer(200, json);

    public ScriptedHandler Answer(int status, string json) => Answer(Json(status, json));

    public ScriptedHandler Answer(HttpResponseMessage response) => Step((_, _) => Task.FromResult(response));

    public ScriptedHandler Throw(Exception exception) => Step((_, _) => Task.FromException<HttpResponseMessage>(exception));

    /// <summary>Answers when the task completes, unless the request is cancelled before.</summary>
    public ScriptedHandler AnswerWhen(Task<HttpResponseMessage> response) => Step((_, cancellationToken) => response.WaitAsync(cancellationToken));

    public ScriptedHandler Step(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> step)
    {
        _steps.Enqueue(step);
        return this;
    }

    /// <summary>Answers every request that the script has no step for.</summary>
    public ScriptedHandler AnswerTheRest(Func<RecordedRequest, HttpResponseMessage> answer)
    {
        _rest = answer;
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.RecordAsync(request, cancellationToken);
        _requests.Add(recorded);
        if (_steps.TryDequeue(out var step))
        {
            return await step(recorded, cancellationToken);
        }

        return _rest?.Invoke(recorded) ?? throw new InvalidOperationException($"The script has no answer to request {_requests.Count}: {recorded.Method} {recorded.Target}");
    }
}
