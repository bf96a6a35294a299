using System.Diagnostics;

namespace Amity.Tests.Unit.Prefetch;

/// <summary>A service that holds every request until the test answers it, and counts those under way.</summary>
internal sealed class HeldService : HttpMessageHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<HeldRequest> _requests = [];
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

    internal static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.Should().BeLessThan(Patience, "what is waited for has to come");
            await Task.Delay(1);
        }
    }

    /// <summary>Waits for as many requests, and a little longer for one too many.</summary>
    internal async Task ExpectAsync(int count)
    {
        await UntilAsync(() => Requests.Count >= count);
        await Task.Delay(30);
        Requests.Should().HaveCount(count);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var held = new HeldRequest(request.RequestUri!, body, cancellationToken);
        lock (_requests)
        {
            _requests.Add(held);
            MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
        }

        try
        {
            return await held.Answer.Task.WaitAsync(cancellationToken);
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

/// <summary>One request that waits for its answer.</summary>
internal sealed record HeldRequest(Uri Address, string Body, CancellationToken Cancellation)
{
    internal TaskCompletionSource<HttpResponseMessage> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal void Succeed(string json) => Reply(200, json);

    internal void Reply(int status, string json) => Answer.TrySetResult(ScriptedHandler.Json(status, json));
}
