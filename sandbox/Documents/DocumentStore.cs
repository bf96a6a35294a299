using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;

namespace Amity.Sandbox.Documents;

/// <summary>The service's entities by type and id; whoever reads or changes them holds the state's lock. Knows nothing of HTTP.</summary>
internal sealed class DocumentStore(ServiceContract contract)
{
    private const string Nobody = "";

    private readonly Dictionary<(string Type, string Owner), DocumentSet> _sets = [];

    /// <summary>The documents of a type, in the order of their creation.</summary>
    public DocumentSet Of(string type) => Of(type, Nobody);

    /// <summary>The documents of a type that one other document owns, as a room has bans, in the order in which they were added.</summary>
    public DocumentSet Of(string type, Document owner) => Of(type, OwnerOf(owner.Type, owner.Id));

    /// <summary>Removes a document, with all that it owns; returns whether there was one.</summary>
    public bool Remove(string type, string id)
    {
        foreach (var owned in _sets.Keys.Where(set => set.Owner == OwnerOf(type, id)).ToList())
        {
            _sets.Remove(owned);
        }

        return Of(type).Remove(id);
    }

    /// <summary>Whether there ever was a document of a type.</summary>
    public bool Has(string type) => _sets.TryGetValue((type, Nobody), out var set) && set.WasUsed;

    public ContractSchema SchemaOf(string type) => contract.FindSchema(type)!;

    /// <summary>The documents that an entity refers to by a join of the contract.</summary>
    /// <param name="fields">The entity's fields.</param>
    /// <param name="join">How it refers to them.</param>
    /// <param name="id">The entity's id, by which others may refer to it; null when it has none.</param>
    public IReadOnlyList<Document> FindReferred(JsonObject fields, EntityJoin join, string? id)
    {
        var set = Of(join.To);
        var named = join.By
            .Select(field => Entries(fields[field]).Select(entry => entry is JsonValue value && value.TryGetValue(out string? other) ? set.FindByAnyId(other) : null)
                .OfType<Document>().ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
        return join.Back is null || id is null
            ? named
            : [.. named, .. set.FindByField(join.Back, id).Where(document => !document.IsDeleted).Except(named)];
    }

    /// <summary>The entries of a list, or the one value that stands in place of one.</summary>
    public static IEnumerable<JsonNode?> Entries(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list,
        _ => new JsonNode?[] { value },
    };

    public void Clear() => _sets.Clear();

    private DocumentSet Of(string type, string owner)
    {
        if (!_sets.TryGetValue((type, owner), out var set))
        {
            _sets[(type, owner)] = set = new DocumentSet(type, SchemaOf(type).Entity?.Ids ?? [], isByTime: owner == Nobody);
        }

        return set;
    }

    private static string OwnerOf(string type, string id) => $"{type} {id}";
}
