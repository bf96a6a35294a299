using System.Runtime.CompilerServices;
using Amity.Cli.Errors;
using Amity.Cli.Output;
using Sylvan.Data.Csv;

namespace Amity.Cli.Input;

/// <summary>The ids in a column of CSV, such as the rows that this program writes.</summary>
internal static class CsvIds
{
    // A quoted cell may go over many lines, so lines that end do not bound it.
    private const int LongestRow = 1024 * 1024;

    /// <summary>The column with the ids, when a line is the head of such CSV; otherwise null.</summary>
    public static int? FindColumn(string head, IdFields fields)
    {
        try
        {
            using var csv = Open(new StringReader(head));
            csv.Read();
            var columns = Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString).ToList();
            return fields.Names.Select(name => columns.IndexOf(name)).Where(column => column >= 0).Cast<int?>().FirstOrDefault();
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    /// <summary>Reads the rows below the head.</summary>
    public static async IAsyncEnumerable<PlacedId> ReadAsync(
        TextReader rows,
        int column,
        string name,
        IdFields fields,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var csv = Open(rows);
        while (await ReadAsync(csv, name, fields, cancellationToken))
        {
            var place = $"Row {csv.RowNumber} of {name}";
            if (csv.RowFieldCount > column && csv.GetString(column) is { Length: > 0 } cell)
            {
                yield return new PlacedId(CsvCell.Read(cell), place);
            }
            // What is left is an empty line.
            else if (csv.RowFieldCount > 1 || csv is { RowFieldCount: 1 } && csv.GetString(0).Length > 0)
            {
                throw new UsageException($"{place} has no id. {fields.Hint}");
            }
        }
    }

    private static async Task<bool> ReadAsync(CsvDataReader csv, string name, IdFields fields, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException exception)
        {
            throw new UsageException($"{name} is not CSV: {exception.Message} {fields.Hint}", exception);
        }
    }

    // The head is read by itself, and nothing is a comment: an id may begin with #.
    private static CsvDataReader Open(TextReader text) => CsvDataReader.Create(text, new CsvDataReaderOptions
    {
        HasHeaders = false,
        Delimiter = ',',
        Comment = '\0',
        MaxBufferSize = LongestRow,
    });
}
