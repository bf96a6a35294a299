using System.CommandLine;
using Amity.Cli.Errors;
using Amity.Cli.Settings;
using Amity.Cli.Terminals;
using Amity.Rooms;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms update.</summary>
internal static class UpdateRoomCommand
{
    private static readonly Option[] Fields = [RoomFields.Title, RoomFields.Description, RoomFields.Thumbnail, RoomFields.MetadataJson, RoomFields.Chat];

    public static Command Create(Terminal terminal)
    {
        var room = SharedArguments.Room();
        var command = new Command("update", "Change a room and show it; what is not named stays.") { room, ChangeOptions.DryRun };
        foreach (var field in Fields)
        {
            command.Add(field);
        }

        return command.Runs(terminal, invocation =>
        {
            var (roomId, request) = (invocation.Parsed.GetRequiredValue(room), Request(invocation.Parsed));
            return RoomChange.RunAsync(invocation, rooms => rooms.UpdateRoomAsync(roomId, request, invocation.CancellationToken));
        });
    }

    private static UpdateRoomRequest Request(ParseResult parsed)
    {
        if (Array.TrueForAll(Fields, field => parsed.GetResult(field) is null))
        {
            throw new UsageException($"There is nothing to change: name one of {string.Join(", ", Fields.Select(field => field.Name))}.");
        }

        return new UpdateRoomRequest
        {
            Title = parsed.GetValue(RoomFields.Title),
            Description = parsed.GetValue(RoomFields.Description),
            ThumbnailFileId = parsed.GetValue(RoomFields.Thumbnail),
            Metadata = RoomFields.Metadata(parsed),
            LiveChatEnabled = parsed.GetValue(RoomFields.Chat),
        };
    }
}
