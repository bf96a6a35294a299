using Amity.Tests.Unit;

namespace Amity.Tests.Faults;

/// <summary>What a second run of an operation does.</summary>
internal enum RepeatEffect
{
    /// <summary>Changes nothing, like the first.</summary>
    Read,

    /// <summary>Ends in the same state, with the same response.</summary>
    Repeatable,

    /// <summary>Ends in the same state, but may be rejected: what it asks for is done already.</summary>
    Final,

    /// <summary>Counts again.</summary>
    Counted,
}

/// <summary>What an operation is responded to with.</summary>
internal enum ResponseForm
{
    /// <summary>A flag that says that it was done.</summary>
    Flag,

    /// <summary>The one entity that it is about.</summary>
    One,

    /// <summary>A page of a list.</summary>
    Page,

    /// <summary>A whole list in an object.</summary>
    List,

    /// <summary>Fields of its own, such as the secrets to broadcast with, or a list without anything around it.</summary>
    Fields,

    /// <summary>A text as it is.</summary>
    Text,

    /// <summary>JSON that is neither an object nor a list.</summary>
    Value,

    /// <summary>Nothing but its status.</summary>
    Nothing,

    /// <summary>A redirect, whose target is the response.</summary>
    Location,
}

/// <summary>One call of an operation with the spec's examples, which are about what the fixture put into the sandbox.</summary>
/// <param name="Id">Its id in the spec.</param>
/// <param name="Kind">What decides how it ends.</param>
/// <param name="Changes">How often its change is to be found in the sandbox; null for reads.</param>
/// <param name="RejectionOfSecondRun">The status of a second run where the first one was final; null where it is a success again.</param>
internal sealed record MatrixOperation(string Id, MatrixKind Kind, Func<SandboxFixture, Task<int>>? Changes, int? RejectionOfSecondRun)
{
    public Task<object?> CallAsync(AmityClient client, CancellationToken cancellationToken) =>
        OperationCall.InvokeAsync(client, Id, SpecExamples.LeastArguments(Id), cancellationToken);
}
