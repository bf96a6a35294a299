using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds instants that do not exist, or are written in another way than ISO 8601 in UTC with milliseconds.</summary>
internal static class DateCheck
{
    private const string Usual = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string UsualMask = "0000-00-00T00:00:00.000Z";

    public static IEnumerable<Finding> Find(string operation, JToken json, JsonSchema schema) =>
        SchemaTraversal.Of(json, schema)
            .Where(part => part.Schema.Format == JsonFormatStrings.DateTime && part.Value.Type == JTokenType.String)
            .Select(part => (part.Path, Text: (string)part.Value!))
            .Where(date => !IsUsual(date.Text))
            .Select(date => new Finding(FindingKind.DateFormat, operation, date.Path, Describe(date.Text)));

    public static bool IsUsual(string text) =>
        DateTime.TryParseExact(text, Usual, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Describe(string text) => MaskOf(text) switch
    {
        UsualMask => "an instant that does not exist",
        var mask => $"written as {mask}",
    };

    // The form without the content, as it could be anything.
    private static string MaskOf(string text) => string.Concat(text.Take(40).Select(character => character switch
    {
        'T' or 'Z' => character,
        _ when char.IsDigit(character) => '0',
        _ when char.IsLetter(character) => 'a',
        _ => character,
    }));
}
