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

    public static readonly Option<string?> MetadataJson = new("--metadata")
    {
        Description = "What the application keeps with the room, a JSON object.",
        HelpName = "json",
    };

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
            var metadata = JsonElement.Parse(json);
            return metadata.ValueKind == JsonValueKind.Object
                ? metadata.EnumerateObject().GroupBy(field => field.Name, StringComparer.Ordinal)
                    .ToDictionary(field => field.Key, field => (object?)field.Last().Value, StringComparer.Ordinal)
                : throw new UsageException("""--metadata is not a JSON object, such as '{"season":2}'.""");
        }
        catch (JsonException)
        {
            throw new UsageException("""--metadata is not JSON, such as '{"season":2}'.""");
        }
    }
}
