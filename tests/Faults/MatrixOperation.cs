namespace Amity.Tests.Faults;

/// <summary>What a second run of an operation does.</summary>
internal enum RepeatEffect
{
    /// <summary>Changes nothing, like the first.</summary>
    Read,

    /// <summary>Ends in the same state, with the same response.</summary>
    Repeatable,

    /// <summary>Ends in the same state, but is rejected: what it asks for is done already.</summary>
    Final,

    /// <summary>Counts again.</summary>
    Counted,
}

/// <summary>What an operation is responded to with.</summary>
internal enum ResponseForm
{
    /// <summary>A flag that says that it was done.</summary>
    Flag,

    /// <summary>The one room that it is about.</summary>
    Room,

    /// <summary>A page of a list.</summary>
    List,

    /// <summary>Fields of its own, such as the secrets to broadcast with, or a list without anything around it.</summary>
    Fields,

    /// <summary>A text as it is.</summary>
    Text,

    /// <summary>Nothing but its status.</summary>
    Nothing,

    /// <summary>A redirect, whose target is the response.</summary>
    Location,
}

/// <summary>One call of an operation against the room of the fixture.</summary>
/// <param name="Id">Its id in the spec.</param>
/// <param name="RepeatEffect">What a second run does.</param>
/// <param name="Form">What it is responded to with.</param>
/// <param name="Call">Makes the call.</param>
/// <param name="Changes">How often its change is to be found in the sandbox; null for reads.</param>
internal sealed record MatrixOperation(
    string Id,
    RepeatEffect RepeatEffect,
    ResponseForm Form,
    Func<AmityClient, CancellationToken, Task<object?>> Call,
    Func<SandboxFixture, Task<int>>? Changes = null)
{
    /// <summary>What a second run is responded to with where the first one was final.</summary>
    public int? RejectionOfSecondRun { get; init; }

    public override string ToString() => Id;
}
