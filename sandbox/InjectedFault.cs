namespace Amity.Sandbox;

/// <summary>One fault that struck, and what became of the request; without headers and with *** for what the contract calls a secret.</summary>
/// <param name="Number">Counts the faults of a sandbox from 1, in the order in which they were noted.</param>
/// <param name="At">When the request came in, by the sandbox's clock.</param>
/// <param name="Fault">What was wrong.</param>
/// <param name="OperationId">The operation, by its id in the contract.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="RequestBody">The body sent, null when there was none.</param>
/// <param name="HandlerRan">Whether the request got past authentication, rate and checks to the code that changes the state.</param>
/// <param name="TrueStatus">
/// The status the sandbox itself responded, null when it was not asked; the state was changed when the handler ran and this is a success.
/// </param>
public sealed record InjectedFault(
    long Number,
    DateTimeOffset At,
    SandboxFault Fault,
    string OperationId,
    string Method,
    string Path,
    string? RequestBody,
    bool HandlerRan,
    int? TrueStatus);
