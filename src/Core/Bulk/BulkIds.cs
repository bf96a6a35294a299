using Amity.Core.Arguments;
using Amity.Core.Cancellation;

namespace Amity.Core.Bulk;

/// <summary>Takes the ids of a run from the caller's input, a batch at a time, each of them once.</summary>
internal sealed class BulkIds : IAsyncDisposable
{
    private readonly IEnumerable<string>? _sequence;
    private readonly IAsyncEnumerable<string>? _stream;
    private readonly BulkIdLimits _limits;
    private readonly int _window;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();
    private IEnumerator<string>? _ids;
    private IAsyncEnumerator<string>? _idsToCome;
    private Task<bool>? _moving;
    private CancellationToken _cancellationToken;
    private long _index = -1;
    private bool _isAtEnd;

    /// <param name="ids">The input.</param>
    /// <param name="limits">What the spec says of the ids.</param>
    /// <param name="window">Within how many different ids a duplicate is recognised.</param>
    internal BulkIds(IEnumerable<string> ids, BulkIdLimits limits, int window)
        : this(limits, window) => _sequence = ids;

    /// <inheritdoc cref="BulkIds(IEnumerable{string}, BulkIdLimits, int)" />
    internal BulkIds(IAsyncEnumerable<string> ids, BulkIdLimits limits, int window)
        : this(limits, window) => _stream = ids;

    private BulkIds(BulkIdLimits limits, int window)
    {
        _limits = limits;
        _window = window;
    }

    /// <summary>What the input threw, or what is wrong with it as a whole; it is not asked for more.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Whether the input is asynchronous, so that it may never end.</summary>
    internal bool IsStillToCome => _stream is not null;

    /// <summary>Begins to take ids.</summary>
    internal void Open(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _ids = _sequence?.GetEnumerator();
        _idsToCome = _stream?.GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>The next batch; null at the end of the input.</summary>
    internal async Task<BulkBatch?> NextAsync()
    {
        var batch = new BulkBatch();
        while (batch.Count < _limits.PerCall && await NextIdAsync().ConfigureAwait(false) is { } id)
        {
            if (IsNew(id))
            {
                batch.Add(id, FaultOf(id));
            }
        }

        return batch.Count > 0 ? batch : null;
    }

    public async ValueTask DisposeAsync()
    {
        _ids?.Dispose();
        if (_idsToCome is not { } ids)
        {
            return;
        }

        if (_moving is { IsCompleted: false } moving)
        {
            // It must not be disposed while it works on its next id, which may take for ever.
            _ = moving.ContinueWith(_ => ids.DisposeAsync().AsTask(), TaskScheduler.Default);
            CallersCode.Ignore(moving);
            return;
        }

        await ids.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<string?> NextIdAsync()
    {
        try
        {
            if (!_isAtEnd && await MoveNextAsync().ConfigureAwait(false))
            {
                _index++;
                return (_ids is null ? _idsToCome!.Current : _ids.Current)
                    ?? throw new ArgumentNullException(_limits.Argument, $"{_limits.Argument}[{_index}] is null.");
            }
        }
#pragma warning disable CA1031 // Whatever the caller's input throws, the ids before it keep their outcomes.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure = exception;
        }

        _isAtEnd = true;
        return null;
    }

    private ValueTask<bool> MoveNextAsync()
    {
        if (_ids is not null)
        {
            return new(_ids.MoveNext());
        }

        // An input that is still to come may never end, and may ignore the token.
        _cancellationToken.ThrowIfCancellationRequested();
        var next = _idsToCome!.MoveNextAsync();
        return next.IsCompleted ? next : new(CallersCode.WaitAsync(_moving = next.AsTask(), _cancellationToken));
    }

    private bool IsNew(string id)
    {
        if (_window == 0)
        {
            return true;
        }

        if (!_known.Add(id))
        {
            return false;
        }

        if (_window < int.MaxValue)
        {
            _oldest.Enqueue(id);
            if (_oldest.Count > _window)
            {
                _known.Remove(_oldest.Dequeue());
            }
        }

        return true;
    }

    // The place is put into words only where it is needed.
    private ArgumentException? FaultOf(string id) => Guard.FaultOfId(id, _limits.Longest, _limits.Argument) is null
        ? null
        : new ArgumentException(Guard.FaultOfId(id, _limits.Longest, $"{_limits.Argument}[{_index}]"), _limits.Argument);
}
