namespace Amity.Cli.Output;

/// <summary>One field of a row: its name in every format, its value, and how a list on a terminal shows it.</summary>
/// <param name="Name">The name, which scripts rely on.</param>
/// <param name="Read">A text, number, truth, instant, list of texts or dictionary; null when there is none.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Read)
{
    /// <summary>Whether tables of several rows have it; a single row always has all.</summary>
    public bool InTable { get; init; } = true;

    /// <summary>The style of a value on a terminal.</summary>
    public Func<T, string?>? Style { get; init; }
}
