namespace Amity;

/// <summary>One call through all its attempts: how often it was sent, and whether the service may have acted on it.</summary>
internal sealed class AmityCall
{
    private bool _outcomeUnknown;

    internal AmityCall(AmityRequest request) => Request = request;

    internal AmityRequest Request { get; }

    internal int Attempts { get; private set; }

    internal void Sending() => Attempts++;

    /// <summary>An attempt ended without an answer that says whether the service acted.</summary>
    internal void OutcomeUnknown() => _outcomeUnknown = true;

    /// <summary>Tells a failure what is known of the whole call.</summary>
    internal T Tell<T>(T failure)
        where T : AmityException
    {
        failure.Attempts = Attempts;
        failure.MayHaveSucceeded = _outcomeUnknown && Request.Method != HttpMethod.Get;
        return failure;
    }
}
