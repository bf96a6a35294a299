namespace Amity;

/// <summary>Tells a bulk run what the caller's own code threw, a provider of tokens or a signer, and whether the service surely did not act on the call.</summary>
internal sealed class ThrownByCallerException(Exception thrown, bool surelyNotDone) : Exception(thrown.Message, thrown)
{
    internal Exception Thrown { get; } = thrown;

    internal bool SurelyNotDone => surelyNotDone;
}
