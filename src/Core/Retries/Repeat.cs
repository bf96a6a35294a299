namespace Amity.Core.Retries;

/// <summary>Whether a call may be sent again after a failure; from <c>x-repeat</c> in the spec.</summary>
internal enum Repeat
{
    /// <summary>Repeating it does no harm: reads, and writes that end in the same state.</summary>
    Safe,

    /// <summary>A second run would count twice: only when the request surely did not reach the service.</summary>
    UnlessSent,
}
