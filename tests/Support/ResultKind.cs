namespace Amity.Tests.Support;

/// <summary>What the success of an operation brings.</summary>
public enum ResultKind
{
    /// <summary>JSON: an object, a list, a map or a value.</summary>
    Json,

    /// <summary>A text as it is.</summary>
    Text,

    /// <summary>Only its status.</summary>
    Nothing,

    /// <summary>A redirect, whose target is the result.</summary>
    Location,
}
