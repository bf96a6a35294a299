using System.CommandLine;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands.Rooms;

/// <summary>The group rooms.</summary>
internal static class RoomsCommands
{
    public static Command Create(Terminal terminal) => new("rooms", "List, read, create, change, stop and delete rooms.")
    {
        ListRoomsCommand.Create(terminal),
        GetRoomCommand.Create(terminal),
        CreateRoomCommand.Create(terminal),
        UpdateRoomCommand.Create(terminal),
        EachRoomCommand.CreateStop(terminal),
        EachRoomCommand.CreateDelete(terminal),
        RoomCredentialsCommand.Create(terminal),
    };
}
