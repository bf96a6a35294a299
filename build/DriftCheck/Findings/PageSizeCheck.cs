using System.Globalization;
using System.Web;

using Amity.DriftCheck.Observing;

using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds pages with more entries than were asked for.</summary>
internal static class PageSizeCheck
{
    public static IEnumerable<Finding> Find(Exchange exchange, JToken json)
    {
        var (parameter, list) = exchange.OperationId switch
        {
            "listRooms" => ("options[limit]", "rooms"),
            "listViewerBans" => ("limit", "roomBannedUsers"),
            _ => ("", ""),
        };
        if (int.TryParse(HttpUtility.ParseQueryString(exchange.Address.Query)[parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit > 0 && json.ListAt(list).Count > limit)
        {
            yield return new Finding(FindingKind.LimitExceeded, exchange.OperationId, list, $"more entries than the {parameter} asked for");
        }
    }
}
