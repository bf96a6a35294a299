using System.CommandLine;
using System.Text.Json;
using Amity.Cli.Errors;

namespace Amity.Cli.Commands.Rooms;

/// <summary>The options that say what a room is to be.</summary>
internal static class RoomFields
{
    public static readonly Option<string?> Title = new("--title") { Description = "The title, up to 1,000 characters." };
    public static readonly Option<string?> Description = new("--description") { Description = "What it is about, up to 5,000 characters." };
    public static readonly Option<string?> Thumbnail = new("--thumbnail") { Description = "The file id of an uploaded image.", HelpName = "file id" };
    public static readonly Option<string?> MetadataJson = new("--metadata") { Description = "What the application keeps with the room, a JSON object.", HelpName = "json" };
    public static readonly Option<bool?> Chat = new("--chat") { Description = "Whether there is a live chat: true or false.", HelpName = "true|false" };

    /// <summary>The metadata; null when none are given.</summary>
    public static IDictionary<string, object?>? Metadata(ParseResult parsed)
    {
        if (parsed.GetValue(MetadataJson) is not { } json)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (IDictionary<string, object?>)Plain(document.RootElement)!
                : throw new UsageException("""--metadata is not a JSON object, such as '{"season":2}'.""");
        }
        catch (JsonException)
        {
            throw new UsageException("""--metadata is not JSON, such as '{"season":2}'.""");
        }
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().GroupBy(field => field.Name, StringComparer.Ordinal).ToDictionary(field => field.Key, field => Plain(field.Last().Value), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.Null => null,
        _ => element.GetBoolean(),
    };
}
