namespace Amity.Sandbox.State;

/// <summary>A log of the last requests of one user: no stretch of five seconds ever holds more than a hundred.</summary>
internal sealed class SlidingWindow(TimeProvider time)
{
    public const int Limit = 100;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    private readonly Queue<long> _accepted = new(Limit);

    /// <summary>Accepts a request, or rejects it; a rejected one does not count against its user.</summary>
    public bool TryEnter()
    {
        lock (_accepted)
        {
            long now = time.GetTimestamp();
            if (_accepted.Count == Limit)
            {
                if (time.GetElapsedTime(_accepted.Peek(), now) < Length)
                {
                    return false;
                }

                _accepted.Dequeue();
            }

            _accepted.Enqueue(now);
            return true;
        }
    }

    /// <summary>Fills the log as if the user had just sent all that the limit allows.</summary>
    public void Fill()
    {
        lock (_accepted)
        {
            _accepted.Clear();
            for (int i = 0; i < Limit; i++)
            {
                _accepted.Enqueue(time.GetTimestamp());
            }
        }
    }
}
