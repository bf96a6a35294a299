using System.CommandLine;
using Amity.Cli.Output;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms credentials.</summary>
internal static class RoomCredentialsCommand
{
    public static Command Create(Terminal terminal)
    {
        var room = SharedArguments.Room();
        return new Command("credentials", "Show what a broadcaster needs to go live in a room.") { room }.Runs(terminal, async invocation =>
        {
            await using var service = await invocation.OpenAsync();
            var credentials = await service.Rooms.GetBroadcastCredentialsAsync(invocation.Parsed.GetRequiredValue(room), invocation.CancellationToken);
            await invocation.ShowAsync(CredentialColumns.All, credentials);
            terminal.Say("Whoever has these can broadcast in the room: keep them as you keep a token.");
            return CliExitCodes.Done;
        });
    }
}
