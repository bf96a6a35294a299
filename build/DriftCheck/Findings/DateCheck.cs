using System.Text.RegularExpressions;

using Newtonsoft.Json.Linq;

using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds instants that are written in another way than ISO 8601 in UTC with milliseconds.</summary>
internal static partial class DateCheck
{
    public static IEnumerable<Finding> Find(string operation, JToken json, JsonSchema schema) =>
        SchemaWalk.Visit(json, schema)
            .Where(part => part.Schema.Format == JsonFormatStrings.DateTime && part.Value.Type == JTokenType.String)
            .Select(part => (part.Value.Path, Text: (string)part.Value!))
            .Where(date => !IsUsual(date.Text))
            .Select(date => new Finding(FindingKind.DateFormat, operation, JsonPath.Of(date.Path), $"written as {MaskOf(date.Text)}"));

    public static bool IsUsual(string text) => Usual().IsMatch(text);

    // The form without the content, as it could be anything.
    private static string MaskOf(string text) =>
        new([.. text.Take(40).Select(character => char.IsDigit(character) ? '0' : character is 'T' or 'Z' || !char.IsLetter(character) ? character : 'a')]);

    [GeneratedRegex(@"^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d\.\d{3}Z\z")]
    private static partial Regex Usual();
}
