using System.CommandLine;
using Amity.Cli.Errors;
using Amity.Cli.Settings;
using Amity.Cli.Terminals;
using Amity.Rooms;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms create.</summary>
internal static class CreateRoomCommand
{
    private static readonly Option<string?> Type = new("--type") { Description = "directStreaming or coHosts.", HelpName = "type" };
    private static readonly Option<string?> Parent = new("--parent") { Description = "The id of the room that this one belongs to.", HelpName = "room" };

    static CreateRoomCommand() => Type.AcceptOnlyFromAmong(RoomType.DirectStreaming.Value, RoomType.CoHosts.Value);

    public static Command Create(Terminal terminal) =>
        new Command("create", "Create a room and show it.")
        {
            RoomFields.Title, RoomFields.Description, Type, Parent, RoomFields.Thumbnail, RoomFields.MetadataJson, RoomFields.Chat, ChangeOptions.DryRun,
        }.Runs(terminal, invocation =>
        {
            var request = Request(invocation.Parsed);
            return RoomChange.RunAsync(invocation, rooms => rooms.CreateRoomAsync(request, invocation.CancellationToken));
        });

    private static CreateRoomRequest Request(ParseResult parsed) => new()
    {
        Title = parsed.GetValue(RoomFields.Title) ?? throw new UsageException("A room needs a --title."),
        Description = parsed.GetValue(RoomFields.Description),
        Type = parsed.GetValue(Type) is { } type ? (RoomType?)type : null,
        ParentRoomId = parsed.GetValue(Parent),
        ThumbnailFileId = parsed.GetValue(RoomFields.Thumbnail),
        Metadata = RoomFields.Metadata(parsed),
        LiveChatEnabled = parsed.GetValue(RoomFields.Chat),
    };
}
