namespace Amity.Tests.Chaos;

/// <summary>One request as it was handed to the connection, and how often and when it came in at the other side.</summary>
internal sealed class SentRequest(SharedCredential credential, HttpMethod method, long sentAt)
{
    private int _arrivals;
    private long _arrivedAt;

    internal SharedCredential Credential { get; } = credential;

    internal HttpMethod Method { get; } = method;

    internal long SentAt { get; } = sentAt;

    internal long ArrivedAt => Volatile.Read(ref _arrivedAt);

    internal int Arrivals => Volatile.Read(ref _arrivals);

    internal void Arrived(long at)
    {
        if (Interlocked.Increment(ref _arrivals) == 1)
        {
            Volatile.Write(ref _arrivedAt, at);
        }
    }
}
