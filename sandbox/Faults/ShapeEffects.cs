using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Sandbox.Faults;

/// <summary>Valid JSON of another shape than the contract's.</summary>
internal static class ShapeEffects
{
    private const string UnknownValue = "sandboxUnknown";

    private static readonly JsonSerializerOptions PlainText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task UnknownEnumValues(FaultScene scene) =>
        Send(scene, root => scene.Operation.Responses.ReplaceEnumValues(root, scene.Response.StatusCode, UnknownValue));

    public static Task NullArrays(FaultScene scene) => Send(scene, DropArrays);

    public static Task NullInnerArrays(FaultScene scene) => Send(scene, DropInnerArrays);

    public static Task ExtraFields(FaultScene scene) => Send(scene, AddFields);

    private static Task Send(FaultScene scene, Action<JsonNode> change)
    {
        if (scene.IsText)
        {
            return scene.SendAsync(scene.Body);
        }

        JsonNode root = JsonNode.Parse(scene.Body.Span)!;
        change(root);
        return scene.SendAsync(JsonSerializer.SerializeToUtf8Bytes(root, PlainText));
    }

    private static void DropArrays(JsonNode node)
    {
        if (node is not JsonObject fields)
        {
            return;
        }

        foreach ((string name, JsonNode? value) in fields.ToList())
        {
            if (value is JsonArray)
            {
                fields[name] = null;
            }
            else if (value is not null)
            {
                DropArrays(value);
            }
        }
    }

    private static void DropInnerArrays(JsonNode node)
    {
        foreach (JsonNode child in Children(node))
        {
            if (node is JsonArray)
            {
                DropArrays(child);
            }
            else
            {
                DropInnerArrays(child);
            }
        }
    }

    private static void AddFields(JsonNode node)
    {
        foreach (JsonNode child in Children(node))
        {
            AddFields(child);
        }

        if (node is JsonObject fields)
        {
            fields["sandboxText"] = "extra";
            fields["sandboxNumber"] = 1.5;
            fields["sandboxFlag"] = true;
            fields["sandboxNothing"] = null;
            fields["sandboxList"] = new JsonArray(1, "two", null);
            fields["sandboxObject"] = new JsonObject { ["inner"] = new JsonObject() };
        }
    }

    private static List<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject fields => [.. fields.Select(field => field.Value).OfType<JsonNode>()],
        JsonArray entries => [.. entries.OfType<JsonNode>()],
        _ => [],
    };
}
