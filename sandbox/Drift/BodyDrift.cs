using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Drift;

/// <summary>Changes of a response's body.</summary>
internal static class BodyDrift
{
    public static void AddField(DriftedResponse response)
    {
        foreach (var fields in Nodes(response.Json).OfType<JsonObject>())
        {
            fields["sandboxField"] = "new";
        }
    }

    public static void ChangeTypes(DriftedResponse response) =>
        ReplaceFlagsOrTexts(response, flag => flag.GetValue<bool>() ? "yes" : "no", _ => 1);

    public static void MakeNull(DriftedResponse response) => ReplaceFlagsOrTexts(response, _ => null, _ => null);

    public static void ChangeEnumValues(DriftedResponse response) => Replace(response, SpoiledBody.UnknownValue);

    public static void ExceedLimits(DriftedResponse response) =>
        Replace(response, schema => schema.MaxLength is { } length ? new string('x', (int)length + 1) : null);

    public static void ChangeDates(DriftedResponse response)
    {
        foreach (var text in Texts(response))
        {
            if (DateTime.TryParseExact(text.GetValue<string>(), WireInstant.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            {
                response.Replace(text, instant.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture));
            }
        }
    }

    public static void ChangeErrorCode(DriftedResponse response)
    {
        if (response.TrueStatus >= StatusCodes.Status400BadRequest && response.Json is JsonObject fields)
        {
            fields["code"] = 499999;
        }
    }

    public static void ReplaceByText(DriftedResponse response)
    {
        response.Response.ContentType = "text/plain";
        response.ReplaceBody("this is not JSON"u8.ToArray());
    }

    private static void Replace(DriftedResponse response, Func<ContractSchema, string?> replacement)
    {
        if (response.Json is { } json)
        {
            response.Operation.ResponseSchema(response.TrueStatus)?.Replace(json, replacement);
        }
    }

    private static void ReplaceFlagsOrTexts(DriftedResponse response, Func<JsonValue, JsonNode?> ofFlag, Func<JsonValue, JsonNode?> ofText)
    {
        List<JsonValue> flags =
            [.. Nodes(response.Json).OfType<JsonValue>().Where(value => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)];
        foreach (var flag in flags)
        {
            response.Replace(flag, ofFlag(flag));
        }

        foreach (var text in flags.Count > 0 ? [] : Texts(response))
        {
            response.Replace(text, ofText(text));
        }
    }

    private static List<JsonValue> Texts(DriftedResponse response) =>
        [.. Nodes(response.Json).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String)];

    // A list of its own, so that callers may change what they enumerate.
    private static List<JsonNode> Nodes(JsonNode? node) => node switch
    {
        null => [],
        JsonObject fields => [node, .. fields.SelectMany(field => Nodes(field.Value))],
        JsonArray entries => [node, .. entries.SelectMany(Nodes)],
        _ => [node],
    };
}
