using Amity.Sandbox.Contract;

namespace Amity.Sandbox.State;

/// <summary>A log of the last requests of one user: no stretch as long as the window ever holds more than the limit.</summary>
internal sealed class SlidingWindow(RequestLimit limit, TimeProvider time)
{
    private readonly Queue<long> _accepted = new(limit.Requests);

    /// <summary>Accepts a request, or rejects it; a rejected one does not count against its user.</summary>
    public bool TryEnter()
    {
        lock (_accepted)
        {
            var now = time.GetTimestamp();
            if (_accepted.Count == limit.Requests)
            {
                if (time.GetElapsedTime(_accepted.Peek(), now) < limit.Window)
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
            for (var i = 0; i < limit.Requests; i++)
            {
                _accepted.Enqueue(time.GetTimestamp());
            }
        }
    }
}
