using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Pipeline;

namespace Amity.Sandbox.Faults;

/// <summary>Valid JSON of another shape than the contract's.</summary>
internal static class ShapeEffects
{
    public static Task UnknownEnumValues(FaultedExchange exchange) =>
        Send(exchange, root => exchange.Operation.ResponseSchema(exchange.Response.StatusCode)?.Replace(root, SpoiledBody.UnknownValue));

    public static Task NullArrays(FaultedExchange exchange) => Send(exchange, DropArrays);

    public static Task NullInnerArrays(FaultedExchange exchange) => Send(exchange, DropInnerArrays);

    public static Task ExtraFields(FaultedExchange exchange) => Send(exchange, AddFields);

    private static Task Send(FaultedExchange exchange, Action<JsonNode> change)
    {
        if (exchange.IsText)
        {
            return exchange.SendAsync(exchange.Body);
        }

        var root = JsonNode.Parse(exchange.Body.Span, documentOptions: SpoiledBody.Reading)!;
        change(root);
        return exchange.SendAsync(JsonSerializer.SerializeToUtf8Bytes(root, PlainJson.Writing));
    }

    private static void DropArrays(JsonNode node)
    {
        if (node is not JsonObject fields)
        {
            return;
        }

        foreach (var (name, value) in fields.ToList())
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
        foreach (var child in Children(node))
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
        foreach (var child in Children(node))
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
