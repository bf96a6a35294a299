using Amity.Rooms;

namespace Amity.Cli.Output;

/// <summary>What a broadcaster needs.</summary>
internal static class CredentialColumns
{
    public static IReadOnlyList<Column<BroadcastCredentials>> All { get; } =
    [
        new("directStreamUrl", credentials => credentials.DirectStreamUrl),
        new("coHostUrl", credentials => credentials.CoHostUrl),
        new("coHostToken", credentials => credentials.CoHostToken),
    ];
}
