using System.Globalization;
using System.Text;
using NJsonSchema;

namespace Amity.Tests.Unit.Json;

/// <summary>Makes JSON of a schema from a seed: every field absent, null or present, unknown fields among them, each value in any form that JSON allows for it.</summary>
internal sealed class JsonMaker(int seed)
{
    private const string Letters = "abcXYZ019-_ /é€ßж漢\"\\\t\n\r\b\f\u0001\u007f\u2028";

    private static readonly string[] Pairs = ["\ud83d\ude00", "\ud834\udd1e"];

    private static readonly string[] Numbers =
    [
        "0", "-0", "-0.0", "1.0", "1e3", "1E+3", "-2.5e-3", "0.1", "123.000", "9007199254740993", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "18446744073709551615", "123456789012345678901234567890", "-98765432109876543210987654321.5", "1.7976931348623157e308", "5e-324", "1e999", "-1e999",
    ];

    private static readonly string[] WholeNumbers = ["0", "-0", "7", "-1", "1.0", "1e3", "12E+2", "-3.00", "2147483647", "-2147483648"];

    private static readonly string[] LargeWholeNumbers = ["9223372036854775807", "-9223372036854775808", "9007199254740993", "2147483648"];

    /// <summary>The fields that a response must have, and the kind of result that they are.</summary>
    private static readonly ILookup<JsonSchema, (string Kind, string Field)> Needed =
        (from operationId in Spec.Operations.Keys
         where Spec.ResponseOf(operationId) is not null
         from kind in new[] { "confirmation", "one", "page" }
         where Spec.Field(operationId, kind) is not null
         select (Response: Spec.ResponseOf(operationId)!, Need: (kind, Spec.Field(operationId, kind)!)))
        .ToLookup(operation => operation.Response, operation => operation.Need);

    private readonly Random _random = new(seed);
    private readonly StringBuilder _json = new();

    /// <summary>The JSON of a schema, and of a response such that the client takes it for success: it has what the result is made of.</summary>
    internal string Make(JsonSchema schema)
    {
        Space();
        Value(schema, depth: 0);
        Space();
        return _json.ToString();
    }

    /// <summary>An instant in one of the forms of ISO 8601.</summary>
    internal string Instant()
    {
        var instant = new DateTime(_random.NextInt64(DateTime.MinValue.AddDays(2).Ticks, DateTime.MaxValue.AddDays(-2).Ticks), DateTimeKind.Utc);
        var digits = _random.Next(8);
        var format = "yyyy-MM-dd'T'HH:mm:ss" + (digits == 0 ? string.Empty : "." + new string('f', digits));
        return instant.ToString(format, CultureInfo.InvariantCulture) + Pick("Z", "Z", "Z", "+00:00", "+02:00", "-11:30", "+14:00", string.Empty);
    }

    private void Value(JsonSchema schema, int depth)
    {
        schema = schema.ActualSchema;
        if (schema.IsEnumeration || schema.Enumeration.Count > 0)
        {
            Text(Chance(80) ? (string)schema.Enumeration.ElementAt(_random.Next(schema.Enumeration.Count))! : PlainText());
        }
        else if (schema.Type.HasFlag(JsonObjectType.Array))
        {
            Many('[', ']', _random.Next(4), _ => Null(5, () => Value(schema.Item!, depth + 1)));
        }
        else if (schema.Type.HasFlag(JsonObjectType.Object) && schema.ActualProperties.Count > 0)
        {
            Object(schema, depth);
        }
        else if (schema.Type.HasFlag(JsonObjectType.Object) && schema.AdditionalPropertiesSchema is { } item)
        {
            Many('{', '}', _random.Next(4), i => Field($"{PlainText()}{i}", () => Value(item, depth + 1)));
        }
        else if (schema.Type.HasFlag(JsonObjectType.Object))
        {
            FreeObject(Chance(5) ? 40 : 3);
        }
        else if (schema.Type.HasFlag(JsonObjectType.Boolean))
        {
            _json.Append(Pick("true", "false"));
        }
        else if (schema.Type.HasFlag(JsonObjectType.Integer))
        {
            // Newtonsoft takes no 1.0 for 32 bits; the reader does.
            _json.Append(schema.Format == "int32" ? Pick("0", "400400", "2147483647", "-2147483648", "\"400100\"") : Pick([.. WholeNumbers, .. LargeWholeNumbers]));
        }
        else if (schema.Type.HasFlag(JsonObjectType.Number))
        {
            Number();
        }
        else if (schema.Type.HasFlag(JsonObjectType.String))
        {
            Text(schema.Format == "date-time" ? Instant() : PlainText());
        }
        else
        {
            Free(3);
        }
    }

    private void Object(JsonSchema schema, int depth, string? id = null)
    {
        var present = Pick(20, 50, 100);
        var fields = schema.ActualProperties.Where(field => field.Key != id && Chance(present)).Select(field => (field.Key, Write: (Action)(() => Null(10, () => Value(field.Value, depth + 1))))).ToList();
        if (id is not null)
        {
            fields.Add((id, () => Text("r")));
        }

        if (depth == 0)
        {
            foreach (var (kind, field) in Needed[schema].Distinct())
            {
                fields.RemoveAll(other => other.Key == field);
                fields.Add((field, kind switch
                {
                    "confirmation" => () => _json.Append("true"),
                    "one" => () => Entities(schema.ActualProperties[field].ActualSchema.Item!.ActualSchema),
                    _ => () => Value(schema.ActualProperties[field], depth + 1),
                }));
            }
        }

        // Known fields in capitals would be unknown to the reader alone: Newtonsoft does not mind the case.
        fields.AddRange(Enumerable.Range(0, Chance(30) ? _random.Next(4) : 0).Select(i => ($"x{i}{PlainText()}", (Action)(() => Free(Chance(5) ? 40 : 3)))));
        var shuffled = fields.OrderBy(_ => _random.Next()).ToList();
        Many('{', '}', shuffled.Count, i => Field(shuffled[i].Key, shuffled[i].Write));
    }

    /// <summary>Entities, of which the first one is there and has its id.</summary>
    private void Entities(JsonSchema schema)
    {
        var id = (string)((object[])schema.ExtensionData!["x-ids"]!)[0];
        Many('[', ']', _random.Next(1, 4), i => Null(i == 0 ? 0 : 5, () => Object(schema, depth: 1, i == 0 ? id : null)));
    }

    private void FreeObject(int depth) => Many('{', '}', depth > 5 ? 1 : _random.Next(4), i => Field($"{PlainText()}{i}", () => Free(depth - 1)));

    private void Free(int depth)
    {
        switch (depth <= 0 ? _random.Next(5) : depth > 5 ? _random.Next(5, 7) : _random.Next(7))
        {
            case 0:
                _json.Append("null");
                break;
            case 1:
                _json.Append(Pick("true", "false"));
                break;
            case 2:
                Number();
                break;
            case 3:
                Text(PlainText());
                break;
            case 4:
                Text(Instant());
                break;
            case 5:
                FreeObject(depth);
                break;
            default:
                Many('[', ']', depth > 5 ? 1 : _random.Next(4), _ => Free(depth - 1));
                break;
        }
    }

    private void Number()
    {
        if (Chance(70))
        {
            _json.Append(Pick(Numbers));
            return;
        }

        var number = BitConverter.Int64BitsToDouble(_random.NextInt64(long.MinValue, long.MaxValue));
        _json.Append(double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "1");
    }

    private void Field(string name, Action value)
    {
        Text(name);
        Space();
        _json.Append(':');
        Space();
        value();
    }

    private void Many(char open, char close, int count, Action<int> item)
    {
        _json.Append(open);
        for (var i = 0; i < count; i++)
        {
            _json.Append(i == 0 ? string.Empty : ",");
            Space();
            item(i);
            Space();
        }

        Space();
        _json.Append(close);
    }

    private void Null(int percent, Action otherwise)
    {
        if (Chance(percent))
        {
            _json.Append("null");
        }
        else
        {
            otherwise();
        }
    }

    private string PlainText()
    {
        if (Chance(30))
        {
            return Pick("ana", "ben", "user-17", "2026-01-01T00:00:00Z", string.Empty, new string('i', 40), new string('i', 41));
        }

        var text = new StringBuilder();
        for (var length = _random.Next(Chance(5) ? 300 : 12); length > 0; length--)
        {
            text.Append(Chance(10) ? Pick(Pairs) : Letters[_random.Next(Chance(70) ? 9 : Letters.Length)].ToString());
        }

        return text.ToString();
    }

    private void Text(string text)
    {
        var escaped = Pick(0, 0, 20, 100);
        _json.Append('"');
        foreach (var letter in text)
        {
            // A pair is escaped as a whole or not at all: half of it would be no text.
            var must = letter is '"' or '\\' or < ' ';
            if (must && Short(letter) is { } form && Chance(50))
            {
                _json.Append(form);
            }
            else if (must || (escaped == 100 || (Chance(escaped) && !char.IsSurrogate(letter))))
            {
                _json.Append("\\u").Append(((int)letter).ToString(Chance(50) ? "x4" : "X4", CultureInfo.InvariantCulture));
            }
            else
            {
                _json.Append(letter);
            }
        }

        _json.Append('"');
    }

    private static string? Short(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => null,
    };

    private void Space() => _json.Append(Chance(85) ? string.Empty : Pick(" ", "\n", "\r\n", "\t", "   "));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
