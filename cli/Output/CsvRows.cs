using Amity.Cli.Terminals;

namespace Amity.Cli.Output;

/// <summary>Comma-separated values under a head.</summary>
internal sealed class CsvRows<T> : IRowWriter<T>
{
    private readonly TextWriter _output;
    private readonly IReadOnlyList<Column<T>> _columns;

    public CsvRows(TextWriter output, IReadOnlyList<Column<T>> columns)
    {
        _output = output;
        _columns = columns;
        _output.WriteLine(string.Join(',', columns.Select(column => column.Name)));
    }

    public void Write(T row) => _output.WriteLine(string.Join(',', _columns.Select(column => CellOf(column.Read(row)))));

    public Task FlushAsync() => _output.FlushAsync();

    public Task EndAsync() => _output.FlushAsync();

    private static string CellOf(object? value)
    {
        // A file keeps every character; a terminal must not obey any.
        var text = Terminal.OutIsTerminal ? Printable.Of(CellText.Of(value)) : CellText.Of(value);
        return value is int or long or double ? CsvCell.Quote(text) : CsvCell.Write(text);
    }
}
