using System.Text.RegularExpressions;
using Amity.DriftCheck.Findings;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.DriftCheck.Samples;

/// <summary>
/// Keeps the shape of a response and nothing of its content. What stays is named here; everything else is replaced, so that
/// a field that nobody knows yet cannot give anything away.
/// </summary>
internal sealed partial class Redactor(Placeholders placeholders)
{
    public JToken Redact(JToken value, JsonSchema? schema) => Redact(value, schema?.ActualSchema, "");

    private JToken Redact(JToken value, JsonSchema? schema, string name) => value switch
    {
        // The caller's own data, keys and all.
        JObject when IsFree(schema) => new JObject(),
        JObject fields => new JObject(fields.Properties().Select(field =>
        {
            var known = schema?.ActualProperties.GetValueOrDefault(field.Name);
            var fieldName = known is not null || Identifier.Is(field.Name) ? field.Name : placeholders.For("field", field.Name);
            return new JProperty(fieldName, Redact(field.Value, known?.ActualSchema, field.Name));
        })),
        JArray entries => new JArray(entries.Select(entry => Redact(entry, schema?.Item?.ActualSchema, name))),
        JValue { Type: JTokenType.String } text => RedactText((string)text!, schema, name),
        JValue { Type: JTokenType.Integer or JTokenType.Float } number when IsNumberOfTheSpec(number, schema) => value.DeepClone(),

        // A number can be somebody's, such as an id that was a text before.
        JValue { Type: JTokenType.Integer } => new JValue(1),
        JValue { Type: JTokenType.Float } => new JValue(1.5),
        _ => value.DeepClone(),
    };

    // JSON has no infinity, which a number of too many digits is read as.
    private static bool IsNumberOfTheSpec(JValue value, JsonSchema? schema) =>
        schema is not null && NumberCheck.IsNumber(schema) && double.IsFinite((double)value);

    private static bool IsFree(JsonSchema? schema) =>
        schema is { AdditionalPropertiesSchema: not null } && schema.ActualProperties.Count == 0;

    private string RedactText(string text, JsonSchema? schema, string name) => schema switch
    {
        _ when text.Length == 0 => text,
        { IsEnumeration: true } when Identifier.Is(text) => text,
        { Format: JsonFormatStrings.DateTime } when DateCheck.IsUsual(text) => text,
        _ when name.EndsWith("token", StringComparison.OrdinalIgnoreCase) || name is "next" or "prev" => placeholders.For("token", text),
        _ when text.Contains("://", StringComparison.Ordinal) => RedactAddress(text),
        _ when name == "path" =>
            string.Join('/', text.Split('/').Select(segment => IsTopicWord(segment) ? segment : placeholders.ForId(segment))),
        not null when IsId(name) => placeholders.ForId(text),
        not null when name.EndsWith("name", StringComparison.OrdinalIgnoreCase) || name == "profileHandle" => placeholders.For("name", text),
        not null when name == "status" && text == "error" => text,
        not null when name == "mimeType" && MediaType().IsMatch(text) => text,
        _ => placeholders.For("text", text),
    };

    private static bool IsId(string name) =>
        name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || name.EndsWith("ids", StringComparison.OrdinalIgnoreCase)
            || name is "createdBy" or "deletedBy" or "banBy";

    private static bool IsTopicWord(string segment) => segment is "" or "room" or "rooms" or "user" or "users" or "social";

    // A recording's address keeps its form, as clients take the ids out of it.
    private string RedactAddress(string address)
    {
        if (Recording().Match(address) is not { Success: true, Groups: var parts })
        {
            return $"https://example.com/{placeholders.For("address", address)}";
        }

        var (room, playback) = (placeholders.ForId(parts["room"].Value), placeholders.ForId(parts["playback"].Value));
        return $"https://recordings.example.com/api/v1/rooms/{room}/recorded/{playback}/{parts["what"].Value}";
    }

    [GeneratedRegex(@"^(image|video|audio)/[a-z0-9.+-]{1,20}\z")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"/rooms/(?<room>[^/?#]+)/recorded/(?<playback>[^/?#]+)/(?<what>watch|thumbnail)")]
    private static partial Regex Recording();
}
