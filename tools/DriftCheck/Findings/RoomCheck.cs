using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds successes of an operation about one room that show no room, or another one.</summary>
internal static class RoomCheck
{
    public static IEnumerable<Finding> Find(DocumentedApi contract, Exchange exchange, DocumentedOperation operation, JToken json)
    {
        var isAboutOneRoom = exchange.Succeeded
            && operation.ShapeOf(exchange.Status) is { } schema && contract.NameOf(schema) == "RoomResult";
        if (!isAboutOneRoom || json.SelectToken("rooms") is not JArray rooms)
        {
            yield break;
        }

        if (rooms.OfType<JObject>().FirstOrDefault() is not { } room)
        {
            yield return new Finding(FindingKind.MissingContent, operation.Id, "rooms", "no room in the list");
        }
        else if (operation.RoomIdIn(exchange.Path) is { } asked && room.TextAt("roomId") is { Length: > 0 } shown && shown != asked)
        {
            yield return new Finding(FindingKind.OtherRoom, operation.Id, "rooms[].roomId", "another room than the one asked for");
        }
    }
}
