using System.Runtime.CompilerServices;
using System.Text;

namespace Amity.Cli.Input;

/// <summary>Reads the ids of a file, whose first line shows its format: CSV, JSON lines, or one id a line.</summary>
internal sealed class IdFile(string name, IdFields fields)
{
    // Strict: an id whose bytes are not text would become the id of somebody else.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async IAsyncEnumerable<PlacedId> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new BoundedLineStream(file, name), Encoding);
        var first = await reader.ReadLineAsync(cancellationToken);
        var number = 1;
        for (; first is not null && string.IsNullOrWhiteSpace(first); number++)
        {
            first = await reader.ReadLineAsync(cancellationToken);
        }

        if (first is null)
        {
            yield break;
        }

        var ids = CsvIds.FindColumn(first, fields) is { } column
            ? CsvIds.ReadAsync(reader, column, name, fields, cancellationToken)
            : ReadLinesAsync(reader, first, number, JsonLineId.IsObject(first) ? JsonLineId.Read : PlainId.Read, cancellationToken);
        await foreach (var id in ids)
        {
            yield return id;
        }
    }

    private async IAsyncEnumerable<PlacedId> ReadLinesAsync(
        StreamReader reader,
        string first,
        int number,
        Func<string, string, IdFields, string> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var line = first; line is not null; line = await reader.ReadLineAsync(cancellationToken))
        {
            var place = $"Line {number++} of {name}";
            if (line.Trim() is { Length: > 0 } text)
            {
                yield return new PlacedId(read(text, place, fields), place);
            }
        }
    }
}
