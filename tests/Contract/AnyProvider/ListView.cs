using System.Text.Json.Nodes;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>A list of a provider, as one large page shows it and as pages of two show it.</summary>
internal sealed class ListView
{
    private readonly int? _count;

    private ListView(JsonNode? large, JsonNode? small, string name)
    {
        _count = ((large as JsonObject)?[name] as JsonArray)?.Count;
        HasMore = NextOf(large) is not null;
        NextToken = NextOf(small);
    }

    public bool IsEmpty => HasAtMost(0);

    /// <summary>Whether the list goes on behind the large page.</summary>
    public bool HasMore { get; }

    /// <summary>The token of the second page of two.</summary>
    public string? NextToken { get; }

    /// <param name="provider">The provider.</param>
    /// <param name="target">The address without the size of a page, which comes last in it.</param>
    /// <param name="name">The list's name in the response.</param>
    /// <param name="largePage">The size of the large page.</param>
    public static async Task<ListView> ReadAsync(ProviderClient provider, string target, string name, int largePage) =>
        new((await provider.GetAsync($"{target}{largePage}")).Json, (await provider.GetAsync($"{target}2")).Json, name);

    /// <summary>Whether the list is known to be this short; one that is missing is not, and is left to the interaction to fail.</summary>
    public bool HasAtMost(int count) => _count <= count && !HasMore;

    private static string? NextOf(JsonNode? page) =>
        ((page as JsonObject)?["paging"] as JsonObject)?["next"] is JsonValue next && next.TryGetValue(out string? token) && token.Length > 0
            ? token
            : null;
}
