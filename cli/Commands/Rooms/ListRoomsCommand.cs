using System.CommandLine;
using Amity.Cli.Output;
using Amity.Cli.Terminals;
using Amity.Rooms;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms list.</summary>
internal static class ListRoomsCommand
{
    private static readonly Option<string[]> Status = new("--status")
    {
        Description = "Only rooms in these states: idle, live, waitingReconnect, ended, recorded.",
        HelpName = "state",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Type = new("--type") { Description = "Only directStreaming or coHosts.", HelpName = "type" };
    private static readonly Option<string?> Sort = new("--sort") { Description = "lastCreated, the service's own order, or firstCreated.", HelpName = "order" };
    private static readonly Option<bool> Deleted = new("--deleted") { Description = "Only deleted rooms." };

    static ListRoomsCommand()
    {
        Status.AcceptOnlyFromAmong(
            RoomStatus.Idle.Value, RoomStatus.Live.Value, RoomStatus.WaitingReconnect.Value, RoomStatus.Ended.Value, RoomStatus.Recorded.Value);
        Type.AcceptOnlyFromAmong(RoomType.DirectStreaming.Value, RoomType.CoHosts.Value);
        Sort.AcceptOnlyFromAmong(RoomSortOrder.LastCreated.Value, RoomSortOrder.FirstCreated.Value);
    }

    public static Command Create(Terminal terminal)
    {
        var command = new Command("list", "List the network's rooms.") { Status, Type, Sort, Deleted };
        EnumerationCommand.AddOptions(command);
        return command.Runs(terminal, invocation =>
            EnumerationCommand.RunAsync(invocation, RoomColumns.All, (rooms, pageSize) => List(rooms, invocation, pageSize)));
    }

    private static AsyncPages<Room> List(RoomsClient rooms, Invocation invocation, int pageSize)
    {
        var parsed = invocation.Parsed;
        var options = new ListRoomsOptions
        {
            Statuses = parsed.GetValue(Status) is { Length: > 0 } states ? [.. states.Select(state => new RoomStatus(state))] : null,
            Type = parsed.GetValue(Type) is { } type ? (RoomType?)type : null,
            SortBy = parsed.GetValue(Sort) is { } order ? (RoomSortOrder?)order : null,
            IsDeleted = parsed.GetValue(Deleted) ? true : null,
            PageSize = pageSize,
        };
        return rooms.ListRoomsAsync(options, invocation.CancellationToken);
    }
}
