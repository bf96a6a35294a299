using System.Collections.Concurrent;

namespace Amity.Tests.Chaos;

/// <summary>Every request of a run, from its sender to its receiver.</summary>
internal sealed class RequestLog
{
    /// <summary>Numbers each request, so that its arrival is known from those that .NET's handler repeats by itself.</summary>
    internal const string Header = "x-chaos-request";

    private readonly ConcurrentDictionary<long, SentRequest> _requests = new();
    private long _last;

    internal ICollection<SentRequest> Requests => _requests.Values;

    internal long Add(SentRequest request)
    {
        var number = Interlocked.Increment(ref _last);
        _requests[number] = request;
        return number;
    }

    internal void Arrived(string number, long at)
    {
        if (long.TryParse(number, out var value) && _requests.TryGetValue(value, out var request))
        {
            request.Arrived(at);
        }
    }
}
