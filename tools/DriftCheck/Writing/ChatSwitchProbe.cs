using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>By which name an update takes the chat switch, and whether it leaves alone what is not in it.</summary>
internal static class ChatSwitchProbe
{
    public static async Task<SettledQuestion> AskAsync(ServiceClient client, string room, CancellationToken cancellationToken)
    {
        List<string> results = [];
        foreach (var name in (string[])["channelEnabled", "liveChatEnabled"])
        {
            results.Add($"{name}: {await TryAsync(name)}");
        }

        return new SettledQuestion("chat switch of an update", string.Join("; ", results));

        async Task<string> TryAsync(string name)
        {
            var before = await ReadAsync();
            if (before is null)
            {
                return "not shown, as the room does not show its switch";
            }

            var update = await client.SendAsync(HttpMethod.Put, OperationPaths.Room(room), new JObject { [name] = !before }, cancellationToken);
            return !update.Succeeded ? ResponseSummary.Of(update) : await ReadAsync() == !before ? "taken" : "ignored";
        }

        async Task<bool?> ReadAsync() =>
            (await client.GetAsync(OperationPaths.Room(room), cancellationToken)).Json
                ?.SelectToken("rooms[0].liveChatEnabled") is JValue { Type: JTokenType.Boolean } value ? (bool)value : null;
    }

    public static async Task<SettledQuestion> AskAboutAbsentFieldsAsync(ServiceClient client, string room, string title, CancellationToken cancellationToken)
    {
        var body = new JObject { ["description"] = "drift check" };
        var update = await client.SendAsync(HttpMethod.Put, OperationPaths.Room(room), body, cancellationToken);
        var now = (await client.GetAsync(OperationPaths.Room(room), cancellationToken)).Json.TextAt("rooms[0].title");
        var kept = now == title ? "kept" : "not kept: the title changed";
        return new SettledQuestion("fields left out of an update", update.Succeeded ? kept : ResponseSummary.Of(update));
    }
}
