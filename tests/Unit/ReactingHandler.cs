using System.Collections.Concurrent;

namespace Amity.Tests.Unit;

/// <summary>Responses each request by a function; unlike a script, for any number of concurrent calls.</summary>
internal sealed class ReactingHandler(Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> react) : HttpMessageHandler
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    internal ReactingHandler(Func<RecordedRequest, HttpResponseMessage> react)
        : this((request, _) => Task.FromResult(react(request)))
    {
    }

    internal IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Each value of a header stands for itself, so that a second Authorization would be seen.
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(" | ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var recorded = new RecordedRequest(request.Method.Method, request.RequestUri!, headers, body);
        _requests.Enqueue(recorded);
        return await react(recorded, cancellationToken);
    }
}
