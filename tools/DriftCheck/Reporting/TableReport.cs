using System.Globalization;
using System.Text;
using Amity.DriftCheck.Findings;

namespace Amity.DriftCheck.Reporting;

/// <summary>The report for people.</summary>
internal static class TableReport
{
    public static string Write(DriftReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Exchanges} responses compared, {report.Findings.Count} findings");
        Section(text, "Drift", ["Finding", "Operation", "Path", "Detail", "Times"], report.Findings.Select(counted => new[]
        {
            counted.Finding.Kind.ToString(),
            counted.Finding.Operation,
            counted.Finding.Path.Length == 0 ? "-" : counted.Finding.Path,
            counted.Finding.Detail,
            counted.Count.ToString(CultureInfo.InvariantCulture),
        }));
        Section(text, "Open questions", ["Question", "Result"], report.OpenQuestions.Select(settled => new[] { settled.Question, settled.Result }));
        var notes = report.Notes.Select(note => new[] { note.Operation, note.Name, note.Value });
        Section(text, "Information", ["Operation", "What", "Value"], notes);
        List(text, "No successful response from", report.NotShown);
        List(text, "Fields never seen, which proves nothing", report.NeverSeen);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, string[] head, IEnumerable<string[]> rows)
    {
        string[][] table = [head, .. rows.Select(row => row.Select(Printable).ToArray())];
        if (table.Length == 1)
        {
            return;
        }

        var widths = Enumerable.Range(0, head.Length).Select(column => table.Max(row => row[column].Length)).ToArray();
        text.AppendLine().AppendLine(title);
        foreach (var row in table)
        {
            text.Append("  ").AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static void List(StringBuilder text, string title, IReadOnlyList<string> entries)
    {
        if (entries.Count > 0)
        {
            text.AppendLine().AppendLine(title).Append("  ").AppendJoin(", ", entries).AppendLine();
        }
    }

    // A service could otherwise write to the terminal of whoever checks it.
    private static string Printable(string cell) =>
        string.Concat(cell.Select(character => char.IsControl(character) ? '?' : character));
}
