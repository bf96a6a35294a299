namespace Amity;

/// <summary>A set of text values that the service may extend: a value that this version does not name is kept as it came.</summary>
#pragma warning disable CA1711 // It is no enum of C#, and the docs call it an open enum all the same.
public interface IAmityOpenEnum
#pragma warning restore CA1711
{
    /// <summary>The wire form; empty for the default value.</summary>
    string Value { get; }

    /// <summary>Whether this version names the value.</summary>
    bool IsKnown { get; }
}
