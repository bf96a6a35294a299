// A native program: removes a participant, keeps the room as JSON, enumerates the bans and reads an error, without reflection.
using System.Text.Json;
using System.Text.Json.Serialization;
using Amity;
using Amity.Rooms;

if (args is not [var address, var token, var roomId, var participant])
{
    Console.Error.WriteLine("AotModeration <address> <token> <room id> <participant's user id>");
    return 2;
}

using var client = new AmityClient(new Uri(address), AmityCredential.Bearer(token));

var room = await client.Rooms.RemoveParticipantAsync(roomId, new() { ParticipantUserId = participant }) ?? await client.Rooms.GetRoomAsync(roomId);
Console.WriteLine($"removed {participant}, {room.Participants.Count} on stage");

var json = JsonSerializer.Serialize(room, RoomContext.Default.Room);
var kept = JsonSerializer.Deserialize(json, RoomContext.Default.Room)!;
Console.WriteLine(kept.ToString() == room.ToString() ? $"kept {kept.Title}, {kept.Status}, season {kept.Metadata?["season"]}" : $"lost some of {room}");

var bans = 0;
await foreach (var ban in client.Rooms.ListViewerBansAsync(roomId, new() { PageSize = 100 }))
{
    bans += ban.User is null ? 0 : 1;
}

Console.WriteLine($"enumerated {bans} bans");

try
{
    await client.Rooms.RemoveParticipantAsync(roomId, new() { ParticipantUserId = participant });
    return 1;
}
catch (AmityApiException rejection) when (rejection.Category == AmityErrorCategory.NotFound)
{
    Console.WriteLine($"a second time: {rejection.Category}");
    return 0;
}

[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RoomContext : JsonSerializerContext;
