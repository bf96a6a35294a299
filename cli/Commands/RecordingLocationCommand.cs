using System.CommandLine;
using Amity.Cli.Output;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands;

/// <summary>amity recordings location.</summary>
internal static class RecordingLocationCommand
{
    private static readonly IReadOnlyList<Column<Uri>> Columns = [new("location", location => location.AbsoluteUri)];

    private static readonly Option<bool> Thumbnail = new("--thumbnail") { Description = "Show the thumbnail's address instead." };

    public static Command Create(Terminal terminal)
    {
        var room = SharedArguments.Room();
        var playback = new Argument<string>("playback") { Description = "The recording's playback id, as rooms get shows it." };
        var location = new Command("location", "Show where a recording can be watched.") { room, playback, Thumbnail };
        return new Command("recordings", "Find recordings.")
        {
            location.Runs(terminal, async invocation =>
            {
                var (roomId, playbackId) = (invocation.Parsed.GetRequiredValue(room), invocation.Parsed.GetRequiredValue(playback));
                await using var service = await invocation.OpenAsync();
                await invocation.ShowAsync(Columns, invocation.Parsed.GetValue(Thumbnail)
                    ? await service.Rooms.GetRecordingThumbnailLocationAsync(roomId, playbackId, invocation.CancellationToken)
                    : await service.Rooms.GetRecordingLocationAsync(roomId, playbackId, invocation.CancellationToken));
                return CliExitCodes.Done;
            }),
        };
    }
}
