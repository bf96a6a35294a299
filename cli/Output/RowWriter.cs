using Amity.Cli.Terminals;

namespace Amity.Cli.Output;

/// <summary>Makes the writer for a format.</summary>
internal static class RowWriter
{
    public static IRowWriter<T> Create<T>(
        OutputFormat format, Terminal terminal, IReadOnlyList<Column<T>> columns, bool isSingle = false) => format switch
        {
            OutputFormat.Json => new JsonRows<T>(terminal.Out, columns),
            OutputFormat.Csv => new CsvRows<T>(terminal.Out, columns),
            _ when isSingle => new DetailRows<T>(terminal, columns),
            _ => new TableRows<T>(terminal, columns),
        };
}
