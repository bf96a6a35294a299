using Amity.DriftCheck.Observing;

using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>How lists end, and how much of them one page can hold.</summary>
internal static class PageProbe
{
    private const int MostPages = 5;

    private static readonly int[] Limits = [10, 50, 100, 101, 200, 500, 1000, 10000];

    /// <summary>Looks at the end of the bans of the room, which are few.</summary>
    public static async Task<Response> AskAboutLastPageAsync(Wire wire, string room, CancellationToken cancellationToken)
    {
        string? token = null;
        for (var page = 1; page <= MostPages; page++)
        {
            var exchange = await wire.GetAsync(Targets.BanPage(room, 10, token), cancellationToken);
            var json = exchange.Json;
            if (!exchange.Succeeded || json is not JObject)
            {
                return new Response("last page", $"not shown: {Outcome.Of(exchange)}");
            }

            token = json.TextAt("paging.next");
            if (string.IsNullOrEmpty(token))
            {
                return new Response("last page", $"{DescribeEnd(json)}{(page > 1 ? ", after a next token that led to nothing new" : "")}");
            }
        }

        return new Response("last page", $"has a next token all the same, {MostPages} times in a row");
    }

    public static async Task<IReadOnlyList<Response>> AskAboutLargestPageAsync(Wire wire, string room, CancellationToken cancellationToken) =>
    [
        new Response("largest page of rooms", await FindLargestAsync(wire, limit => Targets.RoomPage(limit), "rooms", cancellationToken)),
        new Response(
            "largest page of bans",
            await FindLargestAsync(wire, limit => Targets.BanPage(room, limit), "roomBannedUsers", cancellationToken)),
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
        Wire wire, Func<int, string> target, string list, CancellationToken cancellationToken)
    {
        var accepted = 0;
        var largest = 0;
        foreach (var limit in Limits)
        {
            var exchange = await wire.GetAsync(target(limit), cancellationToken);
            if (!exchange.Succeeded)
            {
                return $"limit {accepted} accepted, {limit} {Outcome.Of(exchange)}; at most {largest} entries came";
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
            var most = await wire.GetAsync(target(Limits[^1]), cancellationToken);
            return $"limit {Limits[^1]} {Outcome.Of(most)}; whether it would be cut is not shown, as there are only {all} entries";
        }
    }
}
