namespace Amity.Sandbox.Faults;

/// <summary>Counts the requests that came in and are not done yet.</summary>
internal sealed class RequestsUnderWay
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _none;
    private int _count;

    public void Enter()
    {
        lock (_gate)
        {
            _count++;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _count--;
            if (_count == 0)
            {
                _none?.SetResult();
                _none = null;
            }
        }
    }

    public Task WhenNoneAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                return Task.CompletedTask;
            }

            _none ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _none.Task.WaitAsync(cancellationToken);
        }
    }
}
