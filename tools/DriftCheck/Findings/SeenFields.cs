using Amity.DriftCheck.Contract;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>Which fields of the contract's objects responses had.</summary>
internal sealed class SeenFields(DocumentedApi contract)
{
    private readonly Dictionary<string, (JsonSchema Schema, HashSet<string> Fields)> _objects = [];

    /// <summary>The fields that no object had, as Schema.field.</summary>
    public IReadOnlyList<string> Unseen =>
    [
        .. _objects.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Schema.ActualProperties.Keys
            .Where(name => !pair.Value.Fields.Contains(name))
            .Select(name => $"{pair.Key}.{name}")),
    ];

    public void Add(JToken json, JsonSchema schema)
    {
        foreach (var (value, shape, _) in SchemaTraversal.Of(json, schema))
        {
            if (value is JObject fields && contract.NameOf(shape) is { } name)
            {
                if (!_objects.TryGetValue(name, out var seen))
                {
                    _objects[name] = seen = (shape, []);
                }

                seen.Fields.UnionWith(fields.Properties().Select(field => field.Name));
            }
        }
    }
}
