using Amity.Cli.Terminals;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amity.Cli.Output;

/// <summary>A table whose rows appear page by page; in a window that is too narrow for it, one field a line.</summary>
internal sealed class TableRows<T> : IRowWriter<T>
{
    private const int Gap = 2;
    private const int NarrowestText = 12;

    private readonly Terminal _terminal;
    private readonly Column<T>[] _columns;
    private readonly IAnsiConsole _console;
    private readonly DetailRows<T> _narrow;
    private readonly int _window = Terminal.OutIsTerminal ? WindowWidth.Current : int.MaxValue;
    private readonly List<T> _page = [];
    private int[] _widths;
    private bool _isNarrow;

    public TableRows(Terminal terminal, IReadOnlyList<Column<T>> columns)
    {
        _terminal = terminal;
        _columns = [.. columns.Where(column => column.InTable)];
        _console = TableConsole.Create(terminal.Out);
        _narrow = new DetailRows<T>(terminal, _columns);
        _widths = new int[_columns.Length];
    }

    public void Write(T row) => _page.Add(row);

    public async Task FlushAsync()
    {
        if (_page.Count > 0)
        {
            Draw();
            _page.Clear();
            await _terminal.Out.FlushAsync();
        }
    }

    public Task EndAsync() => FlushAsync();

    private void Draw()
    {
        var rows = _page.ConvertAll(row => Array.ConvertAll(_columns, column => TextOf(column, row)));
        var widths = Widths(rows);
        _isNarrow |= widths.Sum() + (Gap * (widths.Length - 1)) > _window;
        if (_isNarrow)
        {
            _page.ForEach(_narrow.Write);
            return;
        }

        // The head stands above the columns as they are: once more when a later page needs wider ones.
        var table = new Table { Border = TableBorder.None, ShowHeaders = !widths.SequenceEqual(_widths) };
        _widths = widths;
        for (var i = 0; i < _columns.Length; i++)
        {
            var gap = i < _columns.Length - 1 ? Gap : 0;
            table.AddColumn(new TableColumn(new Text(Head(_columns[i]), new Style(decoration: Decoration.Bold)))
            {
                Width = widths[i],
                Padding = new Padding(0, 0, gap, 0),
            });
        }

        foreach (var (row, cells) in _page.Zip(rows))
        {
            table.AddRow(cells.Zip(_columns, (text, column) => (IRenderable)new Text(text, column.StyleOf(row))));
        }

        _console.Write(table);
    }

    private string TextOf(Column<T> column, T row) => Printable.Of(_terminal.Redact(CellText.ForPeople(column.Read(row))));

    /// <summary>As wide as the rows so far ask for; where the window is narrower, free text gives way, and nothing else.</summary>
    private int[] Widths(List<string[]> rows)
    {
        var widths = _columns.Select((column, i) => Math.Max(_widths[i], Width(column, rows.Select(row => row[i])))).ToArray();
        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - (long)_window;
        for (; excess > 0 && WidestText(widths) is { } widest && widths[widest] > NarrowestText; excess--)
        {
            widths[widest]--;
        }

        return widths;
    }

    private int Width(Column<T> column, IEnumerable<string> cells)
    {
        var width = Math.Max(Head(column).Length, cells.Max(CellCount));
        return column.IsFreeText ? Math.Min(width, _window) : width;
    }

    private int? WidestText(int[] widths) => Enumerable.Range(0, widths.Length)
        .Where(i => _columns[i].IsFreeText)
        .Cast<int?>()
        .MaxBy(i => widths[i!.Value]);

    /// <summary>The name as separate words: ROOM ID for roomId.</summary>
    private static string Head(Column<T> column) =>
        string.Concat(column.Name.Select(letter => char.IsUpper(letter) ? $" {letter}" : $"{char.ToUpperInvariant(letter)}"));

    private static int CellCount(string text) => new Segment(text).CellCount();
}
