namespace Amity.Cli.Runs;

/// <summary>What is done to each of many ids.</summary>
/// <param name="Command">The command's words before the ids, to resume with.</param>
/// <param name="Question">What is asked first, for a number of ids.</param>
/// <param name="Noun">What the ids name, one of them.</param>
/// <param name="Done">What they are afterwards.</param>
/// <param name="RunAsync">Does it, and gives the outcome of every id in the order of the input, before it throws what cut the run off.</param>
internal sealed record IdWork(
    string Command,
    Func<string, string> Question,
    string Noun,
    string Done,
    Func<Service, IEnumerable<string>, CancellationToken, IAsyncEnumerable<BulkItem>> RunAsync)
{
    /// <summary>A number of ids in words.</summary>
    public string Count(int ids) => ids == 1 ? $"1 {Noun}" : $"{ids:N0} {Noun}s";
}
