using System.Globalization;
using System.Web;
using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds pages with more entries than were asked for, lists that end too early, and pages that lead back to themselves.</summary>
internal sealed class PageCheck
{
    private readonly Dictionary<(string List, string Token), string> _next = [];
    private readonly Dictionary<string, int> _ends = [];
    private readonly Dictionary<string, int> _counts = [];

    public IEnumerable<Finding> Find(Exchange exchange)
    {
        var (limitName, tokenName, entries) = exchange.OperationId switch
        {
            "listRooms" => ("options[limit]", "options[token]", "rooms"),
            "listViewerBans" => ("limit", "token", "roomBannedUsers"),
            _ => ("", "", ""),
        };
        if (entries.Length == 0 || !exchange.Succeeded)
        {
            yield break;
        }

        var query = HttpUtility.ParseQueryString(exchange.Address.Query);
        var hasLimit = int.TryParse(query[limitName], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0;
        var token = query[tokenName] ?? "";
        query.Remove(limitName);
        query.Remove(tokenName);
        var list = $"{exchange.Path}?{query}";
        var count = exchange.Json.ListAt(entries).Count;
        var next = exchange.Json.TextAt("paging.next") ?? "";
        if (hasLimit && count > limit)
        {
            yield return Make(FindingKind.LimitExceeded, entries, $"more entries than the {limitName} asked for");
        }

        // Only of the reading pass: in a recording, and while --write makes a room, lists grow.
        if (exchange.Expected is not null && token.Length == 0 && EndsEarly(list, count, hasLimit && next.Length == 0))
        {
            yield return Make(FindingKind.MissingContent, "paging.next", "no next page, though the list has more entries");
        }

        if (token.Length > 0 && next.Length > 0 && LeadsBack(list, token, next))
        {
            yield return Make(FindingKind.PagingLoop, "paging.next", "a token that leads back to the same page");
        }

        Finding Make(FindingKind kind, string path, string detail) => new(kind, exchange.OperationId, path, detail);
    }

    private bool EndsEarly(string list, int count, bool isEnd)
    {
        _counts[list] = Math.Max(count, _counts.GetValueOrDefault(list));
        if (isEnd)
        {
            _ends[list] = count;
        }

        return _ends.TryGetValue(list, out var end) && end < _counts[list];
    }

    private bool LeadsBack(string list, string token, string next)
    {
        _next[(list, token)] = next;
        var at = next;
        for (var steps = 0; at != token && steps < _next.Count && _next.TryGetValue((list, at), out var following); steps++)
        {
            at = following;
        }

        return at == token;
    }
}
