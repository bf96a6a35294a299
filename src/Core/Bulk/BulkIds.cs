using Amity.Core.Arguments;
using Amity.Core.Cancellation;

namespace Amity.Core.Bulk;

/// <summary>Takes the ids of a run from the caller's input, a batch at a time, each of them once.</summary>
internal sealed class BulkIds
{
    private readonly IEnumerable<string>? _sequence;
    private readonly IAsyncEnumerable<string>? _asynchronous;
    private readonly BulkIdLimits _limits;
    private readonly int _window;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();
    private IEnumerator<string>? _ids;
    private IAsyncEnumerator<string>? _asynchronousIds;
    private Task<bool>? _moving;
    private long _index = -1;
    private bool _isAtEnd;

    /// <param name="ids">The input.</param>
    /// <param name="limits">What the spec says of the ids.</param>
    /// <param name="window">Within how many different ids a duplicate is recognised.</param>
    internal BulkIds(IEnumerable<string> ids, BulkIdLimits limits, int window)
        : this(limits, window) => _sequence = ids;

    /// <inheritdoc cref="BulkIds(IEnumerable{string}, BulkIdLimits, int)" />
    internal BulkIds(IAsyncEnumerable<string> ids, BulkIdLimits limits, int window)
        : this(limits, window) => _asynchronous = ids;

    private BulkIds(BulkIdLimits limits, int window)
    {
        _limits = limits;
        _window = window;
    }

    /// <summary>Whether the input is asynchronous, so that it may never end.</summary>
    internal bool IsAsynchronous => _asynchronous is not null;

    /// <summary>What the input threw, or what is wrong with it as a whole; it is not asked for more.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>The next batch; null at the end of the input.</summary>
    /// <param name="cancellationToken">Ends the waiting for an asynchronous input.</param>
    internal async Task<BulkBatch?> NextAsync(CancellationToken cancellationToken)
    {
        var batch = new BulkBatch();
        while (batch.Count < _limits.PerCall && await NextIdAsync(cancellationToken).ConfigureAwait(false) is { } id)
        {
            if (IsNew(id))
            {
                batch.Add(id, FaultOf(id));
            }
        }

        return batch.Count > 0 ? batch : null;
    }

    /// <summary>Leaves the input; notes what it throws.</summary>
    internal async Task CloseAsync()
    {
        try
        {
            _ids?.Dispose();
            if (_moving is { IsCompleted: false })
            {
                // It must not be disposed while it works on its next id, which may take for ever.
                CallersCode.Ignore(DisposeLaterAsync());
            }
            else if (_asynchronousIds is not null)
            {
                await _asynchronousIds.DisposeAsync().ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever the caller's input throws, the outcomes are handed over.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure ??= exception;
        }

        async Task<bool> DisposeLaterAsync()
        {
            var isMore = await _moving.ConfigureAwait(false);
            await _asynchronousIds!.DisposeAsync().ConfigureAwait(false);
            return isMore;
        }
    }

    private async ValueTask<string?> NextIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!_isAtEnd && await MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                _index++;
                return (_ids is null ? _asynchronousIds!.Current : _ids.Current)
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

    private async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (_sequence is not null)
        {
            _ids ??= _sequence.GetEnumerator();
            return _ids.MoveNext();
        }

        cancellationToken.ThrowIfCancellationRequested();
        _asynchronousIds ??= _asynchronous!.GetAsyncEnumerator(cancellationToken);
        var next = _asynchronousIds.MoveNextAsync();
        if (next.IsCompleted)
        {
            return await next.ConfigureAwait(false);
        }

        // It may never come, and may ignore the token.
        _moving = next.AsTask();
        try
        {
            return await CallersCode.WaitAsync(_moving, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_moving.Status == TaskStatus.RanToCompletion)
        {
            // It came as the waiting ended.
            return _moving.Result;
        }
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

    private ArgumentException? FaultOf(string id) =>
        Guard.FaultOfId(id, _limits.Longest, _limits.Argument, _index) is { } fault ? new ArgumentException(fault, _limits.Argument) : null;
}

/// <summary>What the spec says of the ids of a bulk operation.</summary>
/// <param name="PerCall">Most ids of one call.</param>
/// <param name="Longest">Most characters of an id.</param>
/// <param name="Argument">What the caller knows the ids by.</param>
internal sealed record BulkIdLimits(int PerCall, int Longest, string Argument);
