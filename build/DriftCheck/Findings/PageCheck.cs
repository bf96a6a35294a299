using System.Globalization;
using System.Web;

using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds pages with more entries than were asked for, and pages that lead back to themselves.</summary>
internal sealed class PageCheck
{
    private readonly Dictionary<(string List, string Token), string> _next = [];

    public IEnumerable<Finding> Find(Exchange exchange)
    {
        var (prefix, suffix, list) = exchange.OperationId switch
        {
            "listRooms" => ("options[", "]", "rooms"),
            "listViewerBans" => ("", "", "roomBannedUsers"),
            _ => ("", "", ""),
        };
        if (list.Length == 0 || !exchange.Succeeded)
        {
            yield break;
        }

        var query = HttpUtility.ParseQueryString(exchange.Address.Query);
        var limitName = $"{prefix}limit{suffix}";
        if (int.TryParse(query[limitName], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit > 0 && exchange.Json.ListAt(list).Count > limit)
        {
            yield return new Finding(FindingKind.LimitExceeded, exchange.OperationId, list, $"more entries than the {limitName} asked for");
        }

        var tokenName = $"{prefix}token{suffix}";
        if (query[tokenName] is { Length: > 0 } token && exchange.Json.TextAt("paging.next") is { Length: > 0 } next)
        {
            query.Remove(tokenName);
            var pages = $"{exchange.Path}?{query}";
            _next[(pages, token)] = next;
            if (LeadsTo(pages, next, token))
            {
                yield return new Finding(FindingKind.PagingLoop, exchange.OperationId, "paging.next", "a token that leads back to the same page");
            }
        }
    }

    private bool LeadsTo(string pages, string from, string token)
    {
        var at = from;
        for (var steps = 0; at != token && steps <= _next.Count; steps++)
        {
            if (!_next.TryGetValue((pages, at), out var next))
            {
                return false;
            }

            at = next;
        }

        return at == token;
    }
}
