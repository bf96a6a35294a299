using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Observing;

/// <summary>Reads JSON with every value as it was written.</summary>
internal static class JsonText
{
    /// <summary>The JSON, null when the text is none.</summary>
    public static JToken? Read(string text)
    {
        try
        {
            // The reader would turn what looks like a date into one, and lose its format.
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            var token = JToken.ReadFrom(reader);
            return reader.Read() ? null : token;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text at a path, null when there is none.</summary>
    public static string? TextAt(this JToken? token, string path) =>
        token?.SelectToken(path) is JValue { Type: JTokenType.String } value ? (string?)value : null;

    /// <summary>The texts at a path with wildcards.</summary>
    public static IEnumerable<string> TextsAt(this JToken? token, string path) =>
        token?.SelectTokens(path).Where(value => value.Type == JTokenType.String).Select(value => (string)value!) ?? [];

    /// <summary>The entries of a list at a path; empty when there is no list.</summary>
    public static IReadOnlyList<JToken> ListAt(this JToken? token, string path) => token?.SelectToken(path) is JArray entries ? [.. entries] : [];
}
