using Spectre.Console;

namespace Amity.Cli.Output;

/// <summary>One field of a row: its name in every format, its value, and how a terminal shows it.</summary>
/// <param name="Name">The name, which scripts rely on.</param>
/// <param name="Read">A text, number, truth, instant, list or dictionary; null when there is none.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Read)
{
    /// <summary>Whether tables of several rows have it; a single row always has all.</summary>
    public bool InTable { get; init; } = true;

    /// <summary>Whether it may go over several lines where a table is too wide; an id or an instant may not.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>The style of a value on a terminal, by its name; null for a plain one.</summary>
    public Func<T, string?>? Style { get; init; }

    public Style StyleOf(T row) => Style?.Invoke(row) is { } name ? Spectre.Console.Style.Parse(name) : Spectre.Console.Style.Plain;
}
