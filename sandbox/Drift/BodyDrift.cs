using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Drift;

/// <summary>Changes of an answer's body.</summary>
internal static class BodyDrift
{
    private const string WireFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static void AddField(DriftedAnswer answer)
    {
        foreach (JsonObject fields in Nodes(answer.Json).OfType<JsonObject>())
        {
            fields["sandboxField"] = "new";
        }
    }

    public static void ChangeTypes(DriftedAnswer answer) =>
        ReplaceFlagsOrTexts(answer, flag => flag.GetValue<bool>() ? "yes" : "no", _ => 1);

    public static void MakeNull(DriftedAnswer answer) => ReplaceFlagsOrTexts(answer, _ => null, _ => null);

    public static void ChangeEnumValues(DriftedAnswer answer)
    {
        if (answer.Json is { } json)
        {
            answer.Operation.Answers.ReplaceEnumValues(json, answer.TrueStatus, "sandboxUnknown");
        }
    }

    public static void ExceedLimits(DriftedAnswer answer)
    {
        foreach (JsonObject fields in Nodes(answer.Json).OfType<JsonObject>())
        {
            Lengthen(fields, "title", 1001);
            Lengthen(fields, "altText", 181);
        }
    }

    public static void ChangeDates(DriftedAnswer answer)
    {
        foreach (JsonValue text in Texts(answer))
        {
            if (DateTime.TryParseExact(text.GetValue<string>(), WireFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime instant))
            {
                text.ReplaceWith(instant.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture));
            }
        }
    }

    public static void ChangeErrorCode(DriftedAnswer answer)
    {
        if (answer.TrueStatus >= StatusCodes.Status400BadRequest && answer.Json is JsonObject fields)
        {
            fields["code"] = 499999;
        }
    }

    public static void ReplaceByText(DriftedAnswer answer)
    {
        answer.Response.ContentType = "text/plain";
        answer.ReplaceBody("this is no JSON"u8.ToArray());
    }

    private static void Lengthen(JsonObject fields, string name, int length)
    {
        if (fields.ContainsKey(name))
        {
            fields[name] = new string('x', length);
        }
    }

    private static void ReplaceFlagsOrTexts(DriftedAnswer answer, Func<JsonValue, JsonNode?> ofFlag, Func<JsonValue, JsonNode?> ofText)
    {
        List<JsonValue> flags =
            [.. Nodes(answer.Json).OfType<JsonValue>().Where(value => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)];
        foreach (JsonValue flag in flags)
        {
            flag.ReplaceWith(ofFlag(flag));
        }

        foreach (JsonValue text in flags.Count > 0 ? [] : Texts(answer))
        {
            text.ReplaceWith(ofText(text));
        }
    }

    private static List<JsonValue> Texts(DriftedAnswer answer) =>
        [.. Nodes(answer.Json).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String)];

    // A list of its own, so that callers may change what they walk over.
    private static List<JsonNode> Nodes(JsonNode? node) => node switch
    {
        null => [],
        JsonObject fields => [node, .. fields.SelectMany(field => Nodes(field.Value))],
        JsonArray entries => [node, .. entries.SelectMany(Nodes)],
        _ => [node],
    };
}
