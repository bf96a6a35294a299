using System.Text.Json.Nodes;
using NJsonSchema;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>
/// What of an interaction's response a provider has anything of: a field may be absent and a list empty. A list that is absent is not taken
/// for empty, nor a field for absent where another stands that the spec does not know, as it may be the same under another name.
/// </summary>
internal sealed class ShownExample
{
    private readonly PactInteraction _interaction;
    private readonly List<string> _absent = [];

    private ShownExample(PactInteraction interaction) => _interaction = interaction;

    /// <summary>The interaction without what the provider does not have.</summary>
    public required PactInteraction Interaction { get; init; }

    /// <summary>Why the provider cannot show the interaction; null when it can.</summary>
    public string? NotShown { get; private set; }

    /// <summary>What the provider does not have, by its place in the response.</summary>
    public string Absent => string.Join(", ", _absent);

    public static ShownExample Of(PactInteraction interaction, JsonNode? response)
    {
        var shown = new ShownExample(interaction) { Interaction = new PactInteraction(interaction.Json.DeepClone().AsObject()) };
        if (shown.Interaction.Content is { } content && response is not null)
        {
            shown.Reduce(content, response, Spec.ResponseOf(interaction.OperationId), "$");
            shown.NotShown = shown.Reason(content);
        }

        return shown;
    }

    // What is written by hand is about each of its fields, an example about the list or the object as a whole.
    private string? Reason(JsonNode content) =>
        _absent.Count == 0 ? null
        : !_interaction.IsExample || content is JsonObject { Count: 0 } || _absent.Contains(Empty($"$.{List}")) ? Absent
        : null;

    private string? List => Spec.Field(_interaction.OperationId, "page") ?? Spec.Field(_interaction.OperationId, "all");

    private static string Empty(string path) => $"{path} is empty";

    private void Reduce(JsonNode? expected, JsonNode? given, JsonSchema? schema, string path)
    {
        switch (expected, given)
        {
            case (JsonObject fields, JsonObject others):
                ReduceFields(fields, others, schema, path);
                break;
            case (JsonArray { Count: > 0 } items, JsonArray others):
                foreach (var other in others)
                {
                    Reduce(items[0], other, schema?.Item?.ActualSchema, $"{path}[*]");
                }

                break;
        }
    }

    private void ReduceFields(JsonObject fields, JsonObject given, JsonSchema? schema, string path)
    {
        var isRenamed = schema?.ActualProperties.Count > 0 && given.Any(field => !schema.ActualProperties.ContainsKey(field.Key));
        foreach (var (name, value) in fields.ToList())
        {
            var place = $"{path}.{name}";
            if (given.TryGetPropertyValue(name, out var other))
            {
                // One entity that was asked for cannot be missing.
                if (value is JsonArray { Count: > 0 } && other is JsonArray { Count: 0 } && name != Spec.Field(_interaction.OperationId, "one"))
                {
                    Remove(Empty(place));
                }
                else
                {
                    Reduce(value, other, schema?.ActualProperties.TryGetValue(name, out var field) == true ? field.ActualSchema : null, place);
                }
            }
            else if (value is not JsonArray && !isRenamed)
            {
                Remove($"{place} is absent");
            }

            void Remove(string reason)
            {
                fields.Remove(name);
                _absent.Add(reason);
            }
        }
    }
}
