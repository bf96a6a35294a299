using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;

namespace Amity.Sandbox.Documents;

/// <summary>The service's entities by type and id; whoever reads or changes them holds the state's lock. Knows nothing of HTTP.</summary>
internal sealed class DocumentStore(ServiceContract contract)
{
    private readonly Dictionary<(string Type, string Owner), DocumentSet> _sets = [];

    /// <summary>The documents of a type; those of one owner where each has documents of its own, as a room has bans.</summary>
    public DocumentSet Of(string type, string owner = "")
    {
        if (!_sets.TryGetValue((type, owner), out var set))
        {
            _sets[(type, owner)] = set = new DocumentSet(type, SchemaOf(type).Entity?.Ids ?? []);
        }

        return set;
    }

    /// <summary>Whether there ever was a document of a type.</summary>
    public bool Has(string type) => _sets.TryGetValue((type, ""), out var set) && set.WasUsed;

    public ContractSchema SchemaOf(string type) => contract.FindSchema(type)!;

    /// <summary>The documents that an entity refers to by a join of the contract.</summary>
    /// <param name="fields">The entity's fields.</param>
    /// <param name="join">How it refers to them.</param>
    /// <param name="id">The entity's id, by which others may refer to it; null when it has none.</param>
    public IReadOnlyList<Document> FindReferred(JsonObject fields, EntityJoin join, string? id)
    {
        var set = Of(join.To);
        var named = join.By
            .Select(field => Entries(fields[field]).Select(entry => set.Find((string?)entry ?? "")).OfType<Document>().ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
        return join.Back is null || id is null
            ? named
            : [.. named, .. set.OldestFirst.Where(document => !document.IsDeleted && document.Text(join.Back) == id).Except(named)];
    }

    /// <summary>The entries of a list, or the one value that stands in place of one.</summary>
    public static IEnumerable<JsonNode?> Entries(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list,
        _ => new JsonNode?[] { value },
    };

    public void Clear() => _sets.Clear();
}
