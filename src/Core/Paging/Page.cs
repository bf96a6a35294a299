namespace Amity;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class Page<T>
{
    internal Page(IReadOnlyList<T> items, string? continuationToken, AmityModel? included = null)
    {
        Included = included;
        Items = items;
        ContinuationToken = continuationToken is { Length: > 0 } ? continuationToken : null;
    }

    /// <summary>The page's items, in the service's order; empty pages happen before the end.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The whole response that the page came in, with what its items refer to; null for a page that came in none.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public AmityModel? Included { get; }

    /// <summary>What <c>AsPages</c> takes to go on after this page; null on the last page.</summary>
    public string? ContinuationToken { get; }
}
