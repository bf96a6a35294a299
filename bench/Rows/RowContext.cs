using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>What a row is measured with.</summary>
internal sealed record RowContext(ServerProcess Server, bool Quick)
{
    /// <summary>A room of so many pages that the page rows never come to its end.</summary>
    internal static string Room { get; } = BanPageSource.RoomOf(100);

    /// <summary>How long rows of many short rounds may take.</summary>
    internal TimeSpan Budget(double quickSeconds) => TimeSpan.FromSeconds(Quick ? quickSeconds : 5 * quickSeconds);

    /// <summary>How many rounds rows of a few long ones have.</summary>
    internal int Rounds(int quick) => Quick ? quick : 5;
}
