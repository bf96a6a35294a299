using System.Buffers;
using System.Text;
using System.Text.Json;
using Amity.Cli.Terminals;

namespace Amity.Cli.Output;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonRows<T>(TextWriter output, IReadOnlyList<Column<T>> columns) : IRowWriter<T>
{
    private readonly ArrayBufferWriter<byte> _line = new();

    public void Write(T row)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, JsonValue.Options))
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                json.WritePropertyName(column.Name);
                JsonValue.Write(json, column.Read(row));
            }

            json.WriteEndObject();
        }

        var text = Encoding.UTF8.GetString(_line.WrittenSpan);
        output.WriteLine(Terminal.OutIsTerminal ? Printable.OfJson(text) : text);
    }

    public Task FlushAsync() => output.FlushAsync();

    public Task EndAsync() => output.FlushAsync();
}
