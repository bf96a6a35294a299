using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Writing;

/// <summary>How several statuses are written in the query.</summary>
internal static class StatusesProbe
{
    private static readonly (string Name, Func<string, string, string> Write)[] Styles =
    [
        ("repeated (statuses=a&statuses=b)", (a, b) => $"statuses={a}&statuses={b}"),
        ("brackets (statuses[]=a&statuses[]=b)", (a, b) => $"statuses[]={a}&statuses[]={b}"),
        ("commas (statuses=a,b)", (a, b) => $"statuses={a},{b}"),
    ];

    public static async Task<SettledQuestion> AskAsync(ServiceClient client, string idleRoom, CancellationToken cancellationToken)
    {
        List<string> results = [];
        foreach (var (name, write) in Styles)
        {
            // The new room is idle: it must be among the one, whichever comes first, and not among the other.
            var first = await ReadAsync(write("idle", "ended"));
            var last = await ReadAsync(write("ended", "idle"));
            var without = await ReadAsync(write("ended", "recorded"));
            results.Add($"{name}: {Judge(first, last, without, idleRoom)}");
        }

        return new SettledQuestion("statuses in a query", string.Join("; ", results));

        Task<Exchange> ReadAsync(string statuses) =>
            client.GetAsync($"{OperationPaths.Rooms}?{statuses}&isDeleted=false&sortBy=lastCreated", cancellationToken);
    }

    private static string Judge(Exchange first, Exchange last, Exchange without, string room)
    {
        if (new[] { first, last, without }.FirstOrDefault(exchange => !exchange.Succeeded) is { } rejection)
        {
            return ResponseSummary.Of(rejection);
        }

        return (Lists(first, room), Lists(last, room), Lists(without, room)) switch
        {
            (true, true, false) => "works",
            (_, _, true) => "ignored",
            (false, false, _) => "finds nothing",
            _ => "takes only one of them",
        };
    }

    private static bool Lists(Exchange exchange, string room) => exchange.Json.TextsAt("rooms[*].roomId").Contains(room);
}
