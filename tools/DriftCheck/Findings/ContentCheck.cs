using Amity.DriftCheck.Contract;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>
/// Finds objects without what they are about: the contract requires no field, but without these a client fails or shows nothing.
/// </summary>
internal static class ContentCheck
{
    // Beside the id of an entity: for each object the fields that it must have, or those that may stand in for them.
    private static readonly Dictionary<string, string[][]> Needed = new()
    {
        ["RoomResult"] = [["rooms"]],
        ["RoomPage"] = [["rooms"]],
        ["ViewerBanPage"] = [["roomBannedUsers"]],
        ["BroadcastCredentials"] = [["directStreamUrl"], ["coHostToken", "coHostUrl"]],
        ["OperationResult"] = [["success"]],
        ["WatchTimeResult"] = [["ok"]],
        ["ApiError"] = [["code"]],
    };

    public static IEnumerable<Finding> Find(DocumentedApi contract, string operation, JToken json, JsonSchema schema)
    {
        foreach (var (value, shape, path) in SchemaTraversal.Of(json, schema))
        {
            if (value is JObject fields && contract.NameOf(shape) is { } name && FindLack(contract, name, fields) is { } lack)
            {
                yield return new Finding(FindingKind.MissingContent, operation, path, $"{name} without {lack}");
            }
        }
    }

    private static string? FindLack(DocumentedApi contract, string name, JObject fields)
    {
        // The id of a recording is no field of its own.
        if (name == "RecordedPlaybackInfo")
        {
            return PlaybackId.Of(fields) is null ? "an address with the recording's id" : null;
        }

        var choices = contract.IdOf(name) is { } id ? [[id]] : Needed.GetValueOrDefault(name, []);
        return choices.Length > 0 && !choices.Any(choice => choice.All(field => IsThere(fields[field])))
            ? string.Join(", or ", choices.Select(choice => string.Join(" and ", choice)))
            : null;
    }

    // Null and values of another type are findings of their own; an outcome that is false is a failure to a client.
    private static bool IsThere(JToken? value) => value is not (null or JValue { Value: "" or false });
}
