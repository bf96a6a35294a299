using Amity.Cli.Terminals;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amity.Cli.Output;

/// <summary>A table whose rows appear page by page; the first page decides how wide the columns are.</summary>
internal sealed class TableRows<T>(TextWriter output, IReadOnlyList<Column<T>> columns) : IRowWriter<T>
{
    private const int Gap = 2;
    private const int NarrowestColumn = 6;

    private readonly IAnsiConsole _console = TableConsole.Create(output);
    private readonly Column<T>[] _columns = [.. columns.Where(column => column.InTable)];
    private readonly List<Cell[]> _page = [];
    private int[]? _widths;

    public void Write(T row) => _page.Add([.. _columns.Select(column => new Cell(Printable.Of(CellText.ForPeople(column.Read(row))), column.Style?.Invoke(row)))]);

    public async Task FlushAsync()
    {
        if (_page.Count > 0)
        {
            Draw();
            _page.Clear();
            await output.FlushAsync();
        }
    }

    public Task EndAsync() => FlushAsync();

    private void Draw()
    {
        var isFirst = _widths is null;
        _widths ??= Widths();
        var table = new Table { Border = TableBorder.None, ShowHeaders = isFirst };
        foreach (var (column, width) in _columns.Zip(_widths))
        {
            table.AddColumn(new TableColumn(new Text(Fit(Head(column), width), new Style(decoration: Decoration.Bold)))
            {
                Width = width,
                NoWrap = true,
                Padding = new Padding(0, 0, Gap, 0),
            });
        }

        foreach (var row in _page)
        {
            table.AddRow(row.Zip(_widths, (cell, width) => cell with { Text = Fit(cell.Text, width) }).Select(cell => (IRenderable)new Text(cell.Text, cell.Style is { } style ? Style.Parse(style) : Style.Plain)));
        }

        _console.Write(table);
    }

    /// <summary>As wide as the first page asks for; where the window is too narrow, the widest columns give way.</summary>
    private int[] Widths()
    {
        var widths = _columns.Select((column, i) => Math.Max(Head(column).Length, _page.Max(row => CellCount(row[i].Text)))).ToArray();
        var room = _console.Profile.Width - (Gap * widths.Length);
        while (widths.Sum() > room && widths.Max() > NarrowestColumn)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        return widths;
    }

    /// <summary>The name as separate words: ROOM ID for roomId.</summary>
    private static string Head(Column<T> column) =>
        string.Concat(column.Name.Select(letter => char.IsUpper(letter) ? $" {letter}" : $"{char.ToUpperInvariant(letter)}"));

    private static string Fit(string text, int width)
    {
        if (CellCount(text) <= width)
        {
            return text;
        }

        var end = Math.Min(text.Length, width);
        while (end > 0 && (CellCount(text[..end]) >= width || char.IsHighSurrogate(text[end - 1])))
        {
            end--;
        }

        return $"{text[..end]}…";
    }

    private static int CellCount(string text) => new Segment(text).CellCount();

    private sealed record Cell(string Text, string? Style);
}
