using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>What a ban holds, and what bans of people whom nobody knows do. Nobody who exists is banned.</summary>
internal static class BanProbe
{
    private const string Nobody = "amity-drift-check-nobody";

    public static async Task<IReadOnlyList<SettledQuestion>> AskAsync(ServiceClient client, string room, string readRoom, CancellationToken cancellationToken)
    {
        var body = new JObject { ["userIds"] = new JArray(Nobody) };
        var ban = await client.TryAsync(HttpMethod.Post, OperationPaths.Bans(room), body, cancellationToken);
        var bans = await client.GetAsync(OperationPaths.Bans(room), cancellationToken);

        // Where nobody unknown can be banned, the bans of the room that is read show as much.
        var others = await client.GetAsync(OperationPaths.Bans(readRoom), cancellationToken);
        var unban = await client.TryAsync(HttpMethod.Delete, OperationPaths.Bans(room), body, cancellationToken);
        var again = await client.TryAsync(HttpMethod.Delete, OperationPaths.Bans(room), body, cancellationToken);
        return
        [
            new SettledQuestion("userId of a ban", Describe("userId", "userPublicId")),
            new SettledQuestion("banBy of a ban", Describe("banBy", "banByPublicId")),
            new SettledQuestion("ban of an unknown user", ResponseSummary.Of(ban)),
            new SettledQuestion(
                "unban of somebody not banned",
                unban.Succeeded ? ResponseSummary.Of(again) : $"{ResponseSummary.Of(again)}, and the unban before it was {ResponseSummary.Of(unban)}"),
        ];

        string Describe(string field, string publicField) =>
            DescribeId(bans, field, publicField) ?? DescribeId(others, field, publicField) ?? "not shown, as there is no ban";
    }

    private static string? DescribeId(Exchange exchange, string field, string publicField)
    {
        var json = exchange.Json;
        if (json.ListAt("roomBannedUsers").FirstOrDefault() is not { } ban || ban.TextAt(field) is not { } id)
        {
            return null;
        }

        if (id == ban.TextAt(publicField))
        {
            return "the public id";
        }

        var user = json.ListAt("users").FirstOrDefault(user => user.TextAt("userId") == ban.TextAt(publicField));
        return id == user.TextAt("userInternalId") || id == user.TextAt("_id")
            ? "the internal id, as in the user's userInternalId"
            : "neither the public id nor the internal one of a user in the response";
    }
}
