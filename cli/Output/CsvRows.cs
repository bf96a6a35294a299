using Amity.Cli.Terminals;

namespace Amity.Cli.Output;

/// <summary>Comma-separated values under a head, quoted where needed (RFC 4180).</summary>
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

    public void Write(T row) => _output.WriteLine(string.Join(',', _columns.Select(column => Quote(CellText.Of(column.Read(row))))));

    public Task FlushAsync() => _output.FlushAsync();

    public Task EndAsync() => _output.FlushAsync();

    private static string Quote(string text)
    {
        // A file keeps every character; a terminal must not obey any.
        text = Terminal.OutIsTerminal ? Printable.Of(text) : text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
