using Amity.Cli.Terminals;
using Spectre.Console;

namespace Amity.Cli.Output;

/// <summary>All fields of a row, one a line, with an empty line between rows.</summary>
internal sealed class DetailRows<T>(Terminal terminal, IReadOnlyList<Column<T>> columns) : IRowWriter<T>
{
    private const int Gap = 2;

    private readonly IAnsiConsole _console = TableConsole.Create(terminal.Out);
    private readonly int _nameWidth = columns.Max(column => column.Name.Length) + Gap;
    private bool _isFirst = true;

    public void Write(T row)
    {
        if (!_isFirst)
        {
            _console.WriteLine();
        }

        _isFirst = false;
        foreach (var column in columns)
        {
            _console.Write(new Text(column.Name.PadRight(_nameWidth), new Style(decoration: Decoration.Bold)));
            _console.Write(new Text(Printable.Of(terminal.Redact(CellText.ForPeople(column.Read(row)))), column.StyleOf(row)));
            _console.WriteLine();
        }
    }

    public Task FlushAsync() => terminal.Out.FlushAsync();

    public Task EndAsync() => terminal.Out.FlushAsync();
}
