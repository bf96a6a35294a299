using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>How lists end, and how much of them one page can hold.</summary>
internal static class PageProbe
{
    private const int MostPages = 5;

    private static readonly int[] Limits = [10, 50, 100, 101, 200, 500, 1000, 10000];

    /// <summary>Looks at the end of the bans of the room, which are few.</summary>
    public static async Task<SettledQuestion> AskAboutLastPageAsync(ServiceClient client, string room, CancellationToken cancellationToken)
    {
        string? token = null;
        for (var page = 1; page <= MostPages; page++)
        {
            var exchange = await client.GetAsync(OperationPaths.BanPage(room, 10, token), cancellationToken);
            var json = exchange.Json;
            if (!exchange.Succeeded || json is not JObject)
            {
                return new SettledQuestion("last page", $"not shown: {ResponseSummary.Of(exchange)}");
            }

            token = json.TextAt("paging.next");
            if (string.IsNullOrEmpty(token))
            {
                return new SettledQuestion("last page", $"{DescribeEnd(json)}{(page > 1 ? ", after a next token that led to nothing new" : "")}");
            }
        }

        return new SettledQuestion("last page", $"has a next token all the same, {MostPages} times in a row");
    }

    public static async Task<IReadOnlyList<SettledQuestion>> AskAboutLargestPageAsync(ServiceClient client, string room, CancellationToken cancellationToken) =>
    [
        new SettledQuestion("largest page of rooms", await FindLargestAsync(client, limit => OperationPaths.RoomPage(limit), "rooms", cancellationToken)),
        new SettledQuestion(
            "largest page of bans",
            await FindLargestAsync(client, limit => OperationPaths.BanPage(room, limit), "roomBannedUsers", cancellationToken)),
    ];

    private static string DescribeEnd(JToken json) => json.SelectToken("paging") switch
    {
        null => "no paging",
        JObject { Count: 0 } => "paging is {}",
        JObject paging when paging["next"] is null => "paging has no next",
        JObject paging when paging["next"]!.Type == JTokenType.Null => "next is null",
        JObject paging when paging["next"]!.Type == JTokenType.String => "next is an empty text",
        var paging => $"paging is of type {paging.Type}",
    };

    private static async Task<string> FindLargestAsync(
        ServiceClient client, Func<int, string> target, string list, CancellationToken cancellationToken)
    {
        var accepted = 0;
        var largest = 0;
        foreach (var limit in Limits)
        {
            var exchange = await client.GetAsync(target(limit), cancellationToken);
            if (!exchange.Succeeded)
            {
                return $"limit {accepted} accepted, {limit} {ResponseSummary.Of(exchange)}; at most {largest} entries came";
            }

            accepted = limit;
            var json = exchange.Json;
            var count = json.ListAt(list).Count;
            largest = Math.Max(largest, count);
            if (count < limit)
            {
                // Fewer than asked for while there are more: the service has cut the page.
                return string.IsNullOrEmpty(json.TextAt("paging.next"))
                    ? await DescribeUncutAsync(largest)
                    : $"limit {limit} is cut to {count} entries";
            }
        }

        return $"limit {accepted} accepted, the largest tried, and filled";

        async Task<string> DescribeUncutAsync(int all)
        {
            var most = await client.GetAsync(target(Limits[^1]), cancellationToken);
            return $"limit {Limits[^1]} {ResponseSummary.Of(most)}; whether it would be cut is not shown, as there are only {all} entries";
        }
    }
}
