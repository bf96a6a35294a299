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
        var limit = int.TryParse(query[limitName], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : int.MaxValue;
        var token = query[tokenName];
        query.Remove(limitName);
        query.Remove(tokenName);
        var list = $"{exchange.Path}?{query}";
        var count = exchange.Json.ListAt(entries).Count;
        var next = exchange.Json.TextAt("paging.next");
        if (count > limit)
        {
            yield return new Finding(FindingKind.LimitExceeded, exchange.OperationId, entries, $"more entries than the {limitName} asked for");
        }

        // Only of the reading pass: in a recording, and while --write makes a room, lists grow.
        if (exchange.Expected is not null && string.IsNullOrEmpty(token) && EndsEarly(list, count, count == limit && string.IsNullOrEmpty(next)))
        {
            yield return new Finding(FindingKind.MissingContent, exchange.OperationId, "paging.next", "no next page, though the list has more entries");
        }

        if (!string.IsNullOrEmpty(token) && !string.IsNullOrEmpty(next) && LeadsBack(list, token, next))
        {
            yield return new Finding(FindingKind.PagingLoop, exchange.OperationId, "paging.next", "a token that leads back to the same page");
        }
    }

    // A full first page without a next one must hold the whole list, which a larger page shows.
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
