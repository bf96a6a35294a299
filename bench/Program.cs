using Amity.Bench.Server;

if (args is ["serve"])
{
    return await BenchServer.RunAsync();
}

using var server = new ServerProcess();
using var http = new HttpClient();
var room = BanPageSource.RoomOf(100);
var bytes = await http.GetByteArrayAsync(new Uri(server.Address, $"/api/v1/rooms/{room}/viewer-bans"));
Console.WriteLine($"{server.Address} {bytes.Length} same: {bytes.AsSpan().SequenceEqual(BanPageSource.Page(0, 100))}");
using var client = new Amity.AmityClient(server.After(1), Amity.AmityCredential.Bearer("t"), new Amity.AmityClientOptions { Pacing = false });
var n = 0; var names = new HashSet<string>();
await foreach (var ban in client.Rooms.EnumerateViewerBansAsync(room)) { n++; names.Add(ban.UserPublicId!); }
Console.WriteLine($"{n} {names.Count}");
var sw = System.Diagnostics.Stopwatch.StartNew(); var b = new PageBuffer();
for (var i = 0; i < 5000; i++) { b.Clear(); BanPageSource.Write(b, i, 10000); }
Console.WriteLine($"page computed in {sw.Elapsed.TotalMicroseconds / 5000:F1} µs");
return 0;
