using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Observing;

/// <summary>Looks for values in JSON that may have any shape.</summary>
internal static class JsonAccess
{
    /// <summary>A text at a path, null when there is none.</summary>
    public static string? TextAt(this JToken? token, string path) =>
        token?.SelectToken(path) is JValue { Type: JTokenType.String } value ? (string?)value : null;

    /// <summary>The texts at a path with wildcards.</summary>
    public static IEnumerable<string> TextsAt(this JToken? token, string path) =>
        token?.SelectTokens(path).Where(value => value.Type == JTokenType.String).Select(value => (string)value!) ?? [];

    /// <summary>The entries of a list at a path; empty when there is no list.</summary>
    public static IReadOnlyList<JToken> ListAt(this JToken? token, string path) =>
        token?.SelectToken(path) is JArray entries ? [.. entries] : [];
}
