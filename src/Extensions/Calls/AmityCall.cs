namespace Amity;

/// <summary>One call through all its attempts: how often it was sent, and whether the service may have acted on it.</summary>
internal abstract class AmityCall
{
    private bool _outcomeUnknown;
    private Exception? _thrownByCaller;

    private protected AmityCall(AmityRequest request) => Request = request;

    internal AmityRequest Request { get; }

    /// <summary>When it started, by the client's clock.</summary>
    internal long Start { get; set; }

    internal int Attempts { get; private set; }

    /// <summary>The status of the last answer; null when the last attempt had none.</summary>
    internal int? StatusCode { get; set; }

    /// <summary>The failure after which the call is being repeated.</summary>
    internal Exception? LastFailure { get; set; }

    internal void Sending()
    {
        Attempts++;
        StatusCode = null;
    }

    /// <summary>Whether the service surely did not act: nothing was sent, or every answer was a refusal.</summary>
    internal bool SurelyNotDone => !_outcomeUnknown;

    /// <summary>An attempt ended without an answer that says whether the service acted.</summary>
    internal void OutcomeUnknown() => _outcomeUnknown = true;

    /// <summary>Remembers what the caller's own code threw, a provider of tokens or a signer; always false, to be used as a filter.</summary>
    internal bool ThrownByCaller(Exception exception)
    {
        _thrownByCaller = exception;
        return false;
    }

    /// <summary>Whether a failure is this call's own: what the caller's code threw is neither repeated nor translated, whatever its type.</summary>
    internal bool IsOwn(Exception failure) => !ReferenceEquals(failure, _thrownByCaller);

    /// <summary>Tells a failure what is known of the whole call.</summary>
    internal AmityException Tell(AmityException failure)
    {
        failure.Attempts = Attempts;
        failure.MayHaveSucceeded = _outcomeUnknown && Request.Method != HttpMethod.Get;
        return failure;
    }
}

/// <summary>A call, and what its answer is read as.</summary>
internal abstract class AmityCall<T>(AmityRequest request) : AmityCall(request)
{
    /// <summary>Reads an answer.</summary>
    /// <exception cref="AmityException">The service refused the call, or its answer is not of the spec's shape.</exception>
    internal abstract T Read(AmityAnswer answer);
}
