using Amity;
using Amity.Rooms;

namespace ModerateRoom;

/// <summary>One evening of moderation, step by step; what is not as expected is noted as a problem.</summary>
internal sealed class Moderation(RoomsClient rooms, string roomId, bool mayWrite)
{
    private const int PageSize = 100;
    private const int UnbanCount = 5;

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public async Task RunAsync(string viewersFile)
    {
        var room = await ShowRoomAsync();
        await RemoveCoHostAsync(room);
        var before = await ShowBansAsync();
        if (!mayWrite)
        {
            Console.WriteLine($"\nWould ban the viewers of {Path.GetFileName(viewersFile)}; say --yes to do it.");
            return;
        }

        var banned = await BanAsync(viewersFile);
        var unbanned = await UnbanAsync(banned);
        await CheckAsync(before, banned, unbanned);
    }

    private async Task<Room> ShowRoomAsync()
    {
        var room = await rooms.GetRoomAsync(roomId);
        Console.WriteLine($"\n\"{room.Title}\" is {room.Status}, a {room.Type} room by {room.Creator?.DisplayName ?? room.CreatedBy}");
        Console.WriteLine($"  on stage: {string.Join(", ", room.Participants.Select(p => $"{p.UserId} ({p.Type})"))}");
        Console.WriteLine($"  children: {string.Join(", ", room.Children.Select(child => child.Title))}");
        return room;
    }

    private async Task RemoveCoHostAsync(Room room)
    {
        if (room.Participants.FirstOrDefault(p => p.Type == ParticipantType.CoHost) is not { UserId: { Length: > 0 } coHost })
        {
            Console.WriteLine("\nNo co-host to remove.");
            return;
        }

        if (!mayWrite)
        {
            Console.WriteLine($"\nWould remove the co-host {coHost}; say --yes to do it.");
            return;
        }

        var after = await rooms.RemoveParticipantAsync(roomId, new() { ParticipantUserId = coHost }) ?? await rooms.GetRoomAsync(roomId);
        Console.WriteLine($"\nRemoved the co-host {coHost}; still on stage: {string.Join(", ", after.Participants.Select(p => p.UserId))}");
        Expect(after.Participants.All(p => p.UserId != coHost), $"{coHost} is still a participant");
    }

    private async Task<HashSet<string>> ShowBansAsync()
    {
        Console.WriteLine($"\nBanned viewers, {PageSize} a page:");
        var seen = new HashSet<string>();
        var number = 0;
        await foreach (var page in rooms.ListViewerBansAsync(roomId, new() { PageSize = PageSize }).AsPages())
        {
            Console.WriteLine($"  page {++number,2}: {page.Items.Count,3} bans, first {(page.Items.Count > 0 ? Describe(page.Items[0]) : "none")}");
            foreach (var ban in page.Items)
            {
                Expect(ban.UserId.Length > 0 && seen.Add(ban.UserId), $"{ban.UserId} came twice or without an id");
                Expect(ban.User is not null && ban.BannedBy is not null, $"nobody is named behind the ban of {ban.UserId}");
            }
        }

        Console.WriteLine($"  {seen.Count} in all");
        return seen;
    }

    private async Task<HashSet<string>> BanAsync(string viewersFile)
    {
        Console.WriteLine($"\nBanning the viewers of {Path.GetFileName(viewersFile)}:");
        var banned = new HashSet<string>();
        await foreach (var item in rooms.BulkBanViewersStreamingAsync(roomId, File.ReadLinesAsync(viewersFile)))
        {
            if (item.Outcome == BulkOutcome.Done)
            {
                banned.Add(item.Id);
                continue;
            }

            Console.WriteLine($"  {item.Outcome.ToString().ToLowerInvariant(),-8} {item.Id}: {item.Error?.Message}");
            Expect(item.Outcome == BulkOutcome.Rejected, $"the service did not respond for {item.Id}");
        }

        Console.WriteLine($"  {banned.Count} banned");
        return banned;
    }

    private async Task<HashSet<string>> UnbanAsync(IEnumerable<string> banned)
    {
        string[] pardoned = [.. banned.Take(UnbanCount)];
        var result = await rooms.BulkUnbanViewersAsync(roomId, pardoned);
        Console.WriteLine($"\nUnbanned {string.Join(", ", pardoned)}");
        Expect(result.WithOutcome(BulkOutcome.Done).Count() == pardoned.Length, "not every ban was lifted");
        return [.. pardoned];
    }

    private async Task CheckAsync(IEnumerable<string> before, IEnumerable<string> banned, IEnumerable<string> unbanned)
    {
        HashSet<string> expected = [.. before.Union(banned).Except(unbanned)];
        HashSet<string> actual = [];
        await foreach (var ban in rooms.ListViewerBansAsync(roomId, new() { PageSize = PageSize }))
        {
            actual.Add(ban.UserId);
        }

        Console.WriteLine($"\nThe service now lists {actual.Count} banned viewers; expected {expected.Count}.");
        Expect(actual.SetEquals(expected), "the service's list is not the expected one");
    }

    private static string Describe(ViewerBan ban) =>
        $"{ban.BannedBy?.DisplayName ?? ban.BannedByUserId} banned {ban.User?.DisplayName ?? ban.UserId} on {ban.CreatedAt:yyyy-MM-dd HH:mm} UTC";

    private void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add(problem);
        }
    }
}
