namespace Amity.Tests.Support;

/// <summary>What the request of an operation is made of.</summary>
[Flags]
public enum RequestParts
{
    /// <summary>Method and path alone.</summary>
    None = 0,

    /// <summary>A value in the path.</summary>
    Path = 1,

    /// <summary>A value in the query.</summary>
    Query = 2,

    /// <summary>A list in the query.</summary>
    QueryList = 4,

    /// <summary>An object, or a list of them, in the query.</summary>
    QueryObject = 8,

    /// <summary>Ids in the query that are cut into several requests.</summary>
    Batch = 16,

    /// <summary>A header that is an argument.</summary>
    Header = 32,

    /// <summary>A body of JSON.</summary>
    Json = 64,

    /// <summary>A body of JSON with a DELETE.</summary>
    JsonOfDelete = 128,

    /// <summary>A form.</summary>
    Form = 256,
}
