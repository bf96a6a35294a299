namespace Amity;

/// <summary>One call through all its attempts: how often it was sent, and whether the service may have acted on it.</summary>
internal abstract class AmityCall
{
    private readonly Action<AmityCall>? _observer;
    private bool _outcomeUnknown;
    private AmityPace.Permit? _permit;

    private protected AmityCall(AmityRequest request, Action<AmityCall>? observer)
    {
        Request = request;
        _observer = observer;
    }

    internal AmityRequest Request { get; }

    /// <summary>When it started, by the client's clock.</summary>
    internal long Start { get; set; }

    internal int Attempts { get; private set; }

    /// <summary>The status of the last response; null when the last attempt had none.</summary>
    internal int? StatusCode { get; private set; }

    /// <summary>Whether the last attempt's request was written to a connection, as far as its content was asked for.</summary>
    internal bool IsWritten { get; private set; }

    /// <summary>The failure after which the call is being repeated.</summary>
    internal Exception? LastFailure { get; set; }

    /// <summary>What the caller's own code threw, a provider of tokens or a signer: neither repeated nor translated, whatever its type.</summary>
    internal Exception? ThrownByCaller { get; set; }

    /// <summary>Whether anything shows that the last attempt's request was sent.</summary>
    internal bool IsSeen => IsWritten || StatusCode is not null;

    /// <summary>Whether the service surely did not act: nothing was sent, or every response was a rejection.</summary>
    internal bool SurelyNotDone => !_outcomeUnknown;

    internal void Sending(AmityPace.Permit? permit)
    {
        Attempts++;
        StatusCode = null;
        IsWritten = false;
        _permit = permit;
    }

    /// <summary>The connection stands, and the request is being written to it.</summary>
    internal void Written()
    {
        IsWritten = true;
        _permit?.Count();
    }

    internal void Responded(int statusCode)
    {
        StatusCode = statusCode;
        _permit?.Count();
    }

    /// <summary>The attempt ended without a response: if its request came in at all, then before this.</summary>
    internal void Broken() => _permit?.Count();

    /// <summary>An attempt ended without a usable response: the service may have acted, unless its status alone says that it rejected the request.</summary>
    internal void OutcomeUnknownUnlessRejected() => _outcomeUnknown |= StatusCode is not (>= 400 and < 500 and not 408);

    /// <summary>Whether a failure is this call's own, and not what the caller's code threw.</summary>
    internal bool IsOwn(Exception failure) => !ReferenceEquals(failure, ThrownByCaller);

    /// <summary>Adds to a failure what is known of the whole call.</summary>
    internal AmityException Complete(AmityException failure)
    {
        failure.Attempts = Attempts;
        failure.MayHaveSucceeded = _outcomeUnknown && Request.Method != HttpMethod.Get;
        return failure;
    }

    /// <summary>The call is over, whatever its end.</summary>
    internal void Ended() => _observer?.Invoke(this);
}

/// <summary>A call, and what its response is read as.</summary>
internal abstract class AmityCall<T>(AmityRequest request, Action<AmityCall>? observer) : AmityCall(request, observer)
{
    /// <summary>Reads a response.</summary>
    /// <param name="answer">The response.</param>
    /// <param name="cancellationToken">Ends the reading, as its time is over or its caller cancels.</param>
    /// <exception cref="AmityException">The service rejected the call, or its response is not of the spec's shape.</exception>
    internal abstract T Read(AmityAnswer answer, CancellationToken cancellationToken);
}
