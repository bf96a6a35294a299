using System.Text.Json.Nodes;
using NJsonSchema;

namespace Amity.Tests.Contract.Provider;

/// <summary>
/// A response with what it may lack of an interaction's example, which it so neither passes nor fails for: a field may be absent and a list
/// empty. A list that is absent is not taken for empty, nor a field for absent where another stands that the spec does not know, as it may
/// be the same under another name.
/// </summary>
internal sealed class CompletedResponse
{
    private readonly PactInteraction _interaction;
    private readonly List<string> _absent = [];

    private CompletedResponse(PactInteraction interaction) => _interaction = interaction;

    /// <summary>What the response lacked, by its place.</summary>
    public string Absent => string.Join(", ", _absent);

    /// <summary>Whether the response has what the interaction is about.</summary>
    public bool IsShown { get; private set; } = true;

    /// <param name="interaction">The interaction.</param>
    /// <param name="response">The response to it, which is completed.</param>
    public static CompletedResponse Of(PactInteraction interaction, JsonNode response)
    {
        var completed = new CompletedResponse(interaction);
        completed.Complete(response, interaction.Content, Spec.ResponseOf(interaction.OperationId), "$");

        // What is written by hand is about each of its fields, an example about the list or the object as a whole.
        var about = Spec.Field(interaction.OperationId, "page") ?? Spec.Field(interaction.OperationId, "all");
        completed.IsShown = completed._absent.Count == 0
            || (interaction.IsExample && !completed._absent.Contains(Empty($"$.{about}")) && !completed.LacksAll(interaction.Content));
        return completed;
    }

    private static string Empty(string place) => $"{place} is empty";

    private static string Missing(string place) => $"{place} is absent";

    private bool LacksAll(JsonNode? expected) => expected is JsonObject fields && fields.All(field => _absent.Contains(Missing($"$.{field.Key}")));

    private void Complete(JsonNode? given, JsonNode? expected, JsonSchema? schema, string place)
    {
        switch (given, expected)
        {
            case (JsonObject fields, JsonObject others):
                CompleteFields(fields, others, schema, place);
                break;
            case (JsonArray items, JsonArray { Count: > 0 } others):
                foreach (var item in items)
                {
                    Complete(item, others[0], schema?.Item?.ActualSchema, $"{place}[*]");
                }

                break;
        }
    }

    private void CompleteFields(JsonObject given, JsonObject expected, JsonSchema? schema, string place)
    {
        var hasUnknown = schema?.ActualProperties.Count > 0 && given.Any(field => !schema.ActualProperties.ContainsKey(field.Key));
        foreach (var (name, value) in expected)
        {
            var at = $"{place}.{name}";
            if (!given.TryGetPropertyValue(name, out var other))
            {
                if (value is not JsonArray && !hasUnknown && name != IdOf(schema))
                {
                    Add(Missing(at));
                }
            }
            else if (value is JsonArray { Count: > 0 } && other is JsonArray { Count: 0 })
            {
                // The one entity that was asked for cannot be missing.
                if (name != Spec.Field(_interaction.OperationId, "one"))
                {
                    Add(Empty(at));
                }
            }
            else
            {
                Complete(other, value, schema?.ActualProperties.TryGetValue(name, out var field) == true ? field.ActualSchema : null, at);
            }

            void Add(string reason)
            {
                given[name] = value?.DeepClone();
                if (!_absent.Contains(reason))
                {
                    _absent.Add(reason);
                }
            }
        }
    }

    // Without the first of its ids nothing can be done with an entity.
    private static string? IdOf(JsonSchema? schema) =>
        schema?.ExtensionData?.TryGetValue("x-ids", out var ids) == true ? (string)((IEnumerable<object>)ids!).First() : null;
}
