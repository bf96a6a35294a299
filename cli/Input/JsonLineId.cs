using System.Text.Json;
using Amity.Cli.Errors;

namespace Amity.Cli.Input;

/// <summary>The id of a line that is a JSON object, such as the rows that this program writes.</summary>
internal static class JsonLineId
{
    /// <summary>Whether a line can only be meant as a JSON object: an id may begin with a brace, but has no quotes.</summary>
    public static bool IsObject(string line) => line.TrimStart().StartsWith('{') && line.Contains('"', StringComparison.Ordinal);

    public static string Read(string line, string place, IdFields fields)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return IdOf(document.RootElement, fields)
                ?? throw new UsageException($"{place} has no text in {string.Join(" or ", fields.Names)}. {fields.Hint}");
        }
        // The latter when an escaped surrogate stands alone.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new UsageException($"{place} is not a JSON object. {fields.Hint}", exception);
        }
    }

    private static string? IdOf(JsonElement row, IdFields fields)
    {
        foreach (var name in fields.Names)
        {
            if (row.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String)
            {
                return id.GetString();
            }
        }

        return null;
    }
}
