using System.Text.Json;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract says of an entity: the fields that are its ids, and how it refers to other entities.</summary>
internal sealed class EntityType(JsonElement schema)
{
    /// <summary>The fields by which others refer to it, the one that calls take first; none where nobody does.</summary>
    public IReadOnlyList<string> Ids { get; } = TextsOf(schema, "x-ids");

    public IReadOnlyList<EntityJoin> Joins { get; } = schema.TryGetProperty("x-joins", out var joins)
        ? [.. joins.EnumerateObject().Select(join => new EntityJoin(
            join.Value.GetProperty("to").GetString()!,
            TextsOf(join.Value, "by"),
            join.Value.TryGetProperty("back", out var back) ? back.GetString() : null))]
        : [];

    private static string[] TextsOf(JsonElement element, string keyword) =>
        element.TryGetProperty(keyword, out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];
}

/// <summary>One way in which an entity refers to others.</summary>
/// <param name="To">The type of the others.</param>
/// <param name="By">The fields with their ids, the first that leads to one counts.</param>
/// <param name="Back">The field in which the others name this one; null where they do not.</param>
internal sealed record EntityJoin(string To, IReadOnlyList<string> By, string? Back);
