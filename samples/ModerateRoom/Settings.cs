using System.Diagnostics.CodeAnalysis;

namespace ModerateRoom;

/// <summary>What the sample runs against: nothing set means the sandbox.</summary>
internal sealed record Settings(string? Token, string Region, string? RoomId, bool Yes, string ViewersFile)
{
    public const string Usage = """
        Without settings: moderates a demo room of the sandbox.
        With AMITY_TOKEN and AMITY_REGION (us, eu or sg; us by default) set: ModerateRoom <room id> [--yes]
          reads the room and its bans on the real service, and changes them only with --yes.
        """;

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Settings? settings)
    {
        string[] rooms = [.. args.Where(arg => !arg.StartsWith('-'))];
        var token = Environment.GetEnvironmentVariable("AMITY_TOKEN") is { Length: > 0 } set ? set : null;
        var known = args.Length == rooms.Length + args.Count(arg => arg == "--yes");

        settings = known && rooms.Length == (token is null ? 0 : 1)
            ? new Settings(
                token,
                Environment.GetEnvironmentVariable("AMITY_REGION") ?? "us",
                rooms.FirstOrDefault(),
                args.Contains("--yes"),
                Path.Combine(AppContext.BaseDirectory, "viewers.txt"))
            : null;
        return settings is not null;
    }
}
