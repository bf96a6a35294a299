// A native program: removes a participant, walks the bans and reads an error, without reflection.
using Amity;

if (args is not [var address, var token, var roomId, var participant])
{
    Console.Error.WriteLine("AotModeration <address> <token> <room id> <participant's user id>");
    return 2;
}

using var client = new AmityClient(new Uri(address), AmityCredential.Bearer(token));

var room = (await client.Rooms.RemoveParticipantAsync(roomId, new() { ParticipantUserId = participant })).Room;
Console.WriteLine($"removed {participant}, {room.Participants.Count} on stage");

var bans = 0;
await foreach (var ban in client.Rooms.EnumerateViewerBansAsync(roomId, pageSize: 100))
{
    bans += ban.User is null ? 0 : 1;
}

Console.WriteLine($"walked {bans} bans");

try
{
    await client.Rooms.RemoveParticipantAsync(roomId, new() { ParticipantUserId = participant });
    return 1;
}
catch (AmityApiException refusal) when (refusal.Category == AmityErrorCategory.NotFound)
{
    Console.WriteLine($"a second time: {refusal.Category}");
    return 0;
}
