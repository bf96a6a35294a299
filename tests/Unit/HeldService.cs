namespace Amity.Tests.Unit;

/// <summary>
/// A service that holds every request until the test responds to it, and counts those under way. Whatever follows from a response has
/// happened when the call that gives it returns: also that nothing follows.
/// </summary>
internal sealed class HeldService : HttpMessageHandler
{
    private readonly List<HeldRequest> _requests = [];
    private (int Count, TaskCompletionSource Arrived)? _awaited;
    private int _underWay;

    /// <summary>Every request so far, in the order of arrival.</summary>
    internal IReadOnlyList<HeldRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The most requests that were ever under way at once.</summary>
    internal int MostUnderWay { get; private set; }

    /// <summary>Waits until so many requests have arrived, where they come from another thread.</summary>
    internal Task WaitForAsync(int count)
    {
        lock (_requests)
        {
            if (_requests.Count >= count)
            {
                return Task.CompletedTask;
            }

            _awaited = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _awaited.Value.Arrived.Task;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var held = new HeldRequest(request.RequestUri!, body, cancellationToken);
        lock (_requests)
        {
            _requests.Add(held);
            if (_requests.Count == _awaited?.Count)
            {
                _awaited.Value.Arrived.SetResult();
            }

            MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
        }

        try
        {
            using var cancelling = cancellationToken.Register(held.Cancel);
            return await held.Response.ConfigureAwait(false);
        }
        finally
        {
            lock (_requests)
            {
                _underWay--;
            }
        }
    }
}

/// <summary>One request that waits for its response.</summary>
internal sealed record HeldRequest(Uri Address, string Body, CancellationToken Cancellation)
{
    private readonly TaskCompletionSource<HttpResponseMessage> _response = new();

    internal Task<HttpResponseMessage> Response => _response.Task;

    internal void Succeed(string json) => Reply(200, json);

    internal void Reply(int status, string json) => InPlace(() => _response.TrySetResult(ScriptedHandler.Json(status, json)));

    internal void Break(Exception exception) => InPlace(() => _response.TrySetException(exception));

    internal void Cancel() => InPlace(() => _response.TrySetCanceled(Cancellation));

    // What waits for a response goes on inside of the call that gives it, unless a test runner's context stands around it.
    private static void InPlace(Action settle)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            settle();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
