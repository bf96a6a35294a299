using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Core.Arguments;
using Newtonsoft.Json.Linq;

namespace Amity.Core.Json;

/// <summary>Writes the UTF-8 JSON of the generated models, to send or to print it; a field without a value is left out.</summary>
#pragma warning disable CA1001 // Kept as long as its thread, over memory alone.
internal sealed class RequestWriter
#pragma warning restore CA1001
{
    /// <summary>A body larger than this is rare enough not to be kept room for.</summary>
    private const int KeptSize = 64 * 1024;

    /// <summary>As deep as a response may ever be nested, so that whatever was read can be sent back.</summary>
    internal const int DeepestValue = 1000;

    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static RequestWriter? _idle;

    private readonly MemoryStream _stream = new();
    private readonly Utf8JsonWriter _json;
    private bool _isPrinting;
    private bool _isSecret;
    private List<string>? _secrets;

    private RequestWriter() => _json = new Utf8JsonWriter(_stream, Options);

    /// <summary>The JSON of a request, and the secrets in it.</summary>
    internal static byte[] WriteRequest(object? request, out IReadOnlyList<string> secrets)
    {
        var json = Write(request, out List<string>? written, static (writer, value) => writer.WriteValue(value));
        secrets = written ?? [];
        return json;
    }

    /// <summary>The JSON of a model for people, in one line and without its secrets.</summary>
    internal static string Print(AmityModel model) => Utf8Text.Decode(Write(model, out _, static (writer, printed) =>
    {
        writer._isPrinting = true;
        writer.WriteModel(printed);
        writer._isPrinting = false;
    }));

    /// <summary>The JSON of a value without a schema.</summary>
    internal static byte[] Write(object? value) => Write(value, out _, static (writer, plain) => writer.WriteValue(plain));

    internal void Field(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    /// <summary>A field that is never printed, and neither is what the spec does not name beside it.</summary>
    internal void Secret(ReadOnlySpan<byte> name, string? value)
    {
        _isSecret = true;
        if (value is { Length: > 0 })
        {
            (_secrets ??= []).Add(value);
        }

        Field(name, value is null ? null : Shown(value) as string);
    }

    /// <summary>A field that the spec does not name.</summary>
    internal void Unnamed(string name, object? value) => Field(name, _isSecret ? Shown(value) : value);

    /// <summary>The id of an entity, which is empty when the service left it out.</summary>
    internal void Id(ReadOnlySpan<byte> name, string value) => Field(name, value.Length == 0 ? null : value);

    internal void Field(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            _json.WriteBoolean(name, flag);
        }
    }

    internal void Field(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
    }

    internal void Field(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            _json.WritePropertyName(name);
            _json.WriteRawValue(NumberConverter.Format(number));
        }
    }

    internal void Field(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            _json.WriteString(name, InstantText.Format(instant));
        }
    }

    internal void Field<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IAmityOpenEnum
    {
        if (value is { Value.Length: 0 })
        {
            _json.WriteNull(name);
        }
        else
        {
            Field(name, value?.Value);
        }
    }

    internal void Field(ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            _json.WriteStartArray(name);
            foreach (var value in values)
            {
                _json.WriteStringValue(value);
            }

            _json.WriteEndArray();
        }
    }

    internal void Field(ReadOnlySpan<byte> name, IReadOnlyList<AmityModel>? values)
    {
        if (values is not null)
        {
            _json.WriteStartArray(name);
            foreach (var value in values)
            {
                WriteValue(value);
            }

            _json.WriteEndArray();
        }
    }

    internal void Field(ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, WireText.Of(value));
        }
    }

    internal void Field<T>(ReadOnlySpan<byte> name, IDictionary<string, T>? values)
    {
        if (values is not null)
        {
            _json.WritePropertyName(name);
            WriteFields(values.Select(field => new KeyValuePair<string, object?>(field.Key, Plain(field.Value))));
        }
    }

    internal void Field<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values)
        where T : struct
    {
        if (values is not null)
        {
            _json.WritePropertyName(name);
            WriteValue(values.Select(value => Plain(value)));
        }
    }

    internal void Field(ReadOnlySpan<byte> name, object? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(name);
            WriteValue(value);
        }
    }

    internal void Field(string name, object? value)
    {
        _json.WritePropertyName(name);
        WriteValue(value);
    }

    // A caller's DateTime among free values has a time of day; that of a field is a date.
    private static object? Plain<T>(T value) => value is DateTime date ? WireText.Of(date) : value;

    private object? Shown(object? secret) => _isPrinting ? "***" : secret;

    private void WriteModel(AmityModel model)
    {
        var isSecret = _isSecret;
        _isSecret = false;
        _json.WriteStartObject();
        model.Write(this);
        _json.WriteEndObject();
        _isSecret = isSecret;
    }

    private void WriteValue(object? value)
    {
        CheckDepth();
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case string text:
                _json.WriteStringValue(text);
                break;
            case bool flag:
                _json.WriteBooleanValue(flag);
                break;
            case double or float:
                var real = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
                Guard.Number(real, nameof(value));
                _json.WriteRawValue(NumberConverter.Format(real));
                break;
            case System.Numerics.BigInteger big:
                _json.WriteRawValue(big.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case decimal exact:
                _json.WriteNumberValue(exact);
                break;
            case ulong large:
                _json.WriteNumberValue(large);
                break;
            case long or int or uint or short or ushort or byte or sbyte:
                _json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset instant:
                _json.WriteStringValue(InstantText.Format(instant));
                break;
            case IAmityOpenEnum known:
                WriteValue(known.Value.Length == 0 ? null : known.Value);
                break;
            case AmityModel model:
                WriteModel(model);
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } element:
                WriteFields(element.EnumerateObject().Select(field => new KeyValuePair<string, object?>(field.Name, field.Value)));
                break;
            case JsonElement { ValueKind: JsonValueKind.Array } element:
                WriteItems(element.EnumerateArray());
                break;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } element:
                element.WriteTo(_json);
                break;
            case JsonDocument document:
                WriteValue(document.RootElement);
                break;
            case JsonObject fields:
                WriteFields(fields.Select(field => new KeyValuePair<string, object?>(field.Key, field.Value)));
                break;
            case JsonValue plain:
                plain.WriteTo(_json);
                break;
            case JObject fields:
                WriteFields(fields.Properties().Select(field => new KeyValuePair<string, object?>(field.Name, field.Value)));
                break;
            case JRaw raw:
                _json.WriteRawValue(Convert.ToString(raw.Value, System.Globalization.CultureInfo.InvariantCulture)!);
                break;
            case JValue plain:
                // What Newtonsoft.Json reads beyond every double is infinite, for which JSON has no number.
                WriteValue(plain.Value is double number ? NumberConverter.Finite(number) : plain.Value);
                break;
            case IEnumerable<KeyValuePair<string, object?>> fields:
                WriteFields(fields);
                break;
            case System.Collections.IDictionary fields:
                WriteFields(fields.Keys.Cast<object>().Select(key =>
                    new KeyValuePair<string, object?>(Convert.ToString(key, System.Globalization.CultureInfo.InvariantCulture)!, fields[key])));
                break;
            case System.Collections.IEnumerable items:
                WriteItems(items);
                break;
            default:
                throw new ArgumentException($"A {value.GetType()} cannot be sent: use text, number, boolean, instant, dictionary, list or JSON.");
        }
    }

    // A caller's value can hold itself.
    private void CheckDepth()
    {
        if (_json.CurrentDepth > ResponseReader.DepthOfAnyStack)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }

        if (_json.CurrentDepth >= DeepestValue)
        {
            throw new ArgumentException($"A value that is nested {DeepestValue} levels deep or more cannot be sent.");
        }
    }

    private void WriteFields(IEnumerable<KeyValuePair<string, object?>> fields)
    {
        _json.WriteStartObject();
        foreach (var field in fields)
        {
            Field(field.Key, field.Value);
        }

        _json.WriteEndObject();
    }

    private void WriteItems(System.Collections.IEnumerable items)
    {
        _json.WriteStartArray();
        foreach (var item in items)
        {
            WriteValue(item);
        }

        _json.WriteEndArray();
    }

    private static byte[] Write<T>(T value, out List<string>? secrets, Action<RequestWriter, T> write)
    {
        // Taken away while in use: a caller's collection may send a request of its own while it is enumerated.
        var writer = _idle ?? new RequestWriter();
        _idle = null;
        write(writer, value);
        writer._json.Flush();
        var json = writer._stream.ToArray();
        secrets = writer._secrets;
        writer._secrets = null;
        if (json.Length <= KeptSize)
        {
            writer._stream.SetLength(0);
            writer._json.Reset();
            _idle = writer;
        }

        return json;
    }
}
