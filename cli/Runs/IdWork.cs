using Amity.Rooms;

namespace Amity.Cli.Runs;

/// <summary>What is done to each of many ids.</summary>
/// <param name="Command">The command's words before the ids, to resume with.</param>
/// <param name="Question">What is asked first, for a number of ids.</param>
/// <param name="Noun">What the ids name, one of them.</param>
/// <param name="Done">What they are afterwards.</param>
/// <param name="IdsPerCall">How many ids go into one call.</param>
/// <param name="SendAsync">Makes one call.</param>
internal sealed record IdWork(
    string Command,
    Func<string, string> Question,
    string Noun,
    string Done,
    int IdsPerCall,
    Func<RoomsClient, IReadOnlyList<string>, CancellationToken, Task<SingleCalls>> SendAsync)
{
    /// <summary>A number of ids in words.</summary>
    public string Count(int ids) => ids == 1 ? $"1 {Noun}" : $"{ids:N0} {Noun}s";
}
