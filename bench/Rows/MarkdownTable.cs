using System.Globalization;

namespace Amity.Bench.Rows;

/// <summary>The table, in Markdown whose source lines up as well.</summary>
internal static class MarkdownTable
{
    private static readonly string[] Head = ["measure", "against", "Amity", "theirs", "ratio", "limit", "goal", "met"];

    internal static void Print(IEnumerable<Comparison> comparisons)
    {
        string[][] lines = [Head, .. comparisons.Select(Cells)];
        var widths = Head.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            Console.WriteLine($"| {string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column])))} |");
            if (index == 0)
            {
                Console.WriteLine($"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
            }
        }
    }

    private static string[] Cells(Comparison comparison) =>
    [
        comparison.Measure,
        comparison.Against,
        comparison.Ours,
        comparison.Theirs,
        Ratio(comparison.Ratio),
        Ratio(comparison.Limit?.Limit),
        Ratio(comparison.Limit?.Goal),
        comparison.Limit is { } limit ? Verdict(comparison.Ratio, limit) : "",
    ];

    private static string Verdict(double ratio, RatioLimit limit) => ratio <= limit.Goal ? "yes, reached" : ratio <= limit.Limit ? "yes" : "NO";

    private static string Ratio(double? ratio) => ratio?.ToString("F2", CultureInfo.InvariantCulture) ?? "";
}
