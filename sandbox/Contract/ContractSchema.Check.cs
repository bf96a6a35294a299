using System.Globalization;
using System.Text.Json;

namespace Amity.Sandbox.Contract;

// Whether a value is what the schema allows. The build knows every keyword that a spec may use, and these are all of those that limit a value.
internal sealed partial class ContractSchema
{
    /// <summary>What is wrong with a value; nothing when it fits.</summary>
    /// <param name="place">Where the value stands, for messages.</param>
    /// <param name="value">The value.</param>
    /// <param name="isStrict">Whether fields that the schema lacks are wrong everywhere, and not only where it says so.</param>
    public IEnumerable<Violation> Check(string place, JsonElement value, bool isStrict = false)
    {
        if (value.ValueKind == JsonValueKind.Null && (Type.Length == 0 || Is("nullable")))
        {
            return [];
        }

        return Type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object ? CheckObject(place, value, isStrict) : [Violation.Unreadable(place, "not an object")],
            "array" => value.ValueKind == JsonValueKind.Array ? CheckArray(place, value, isStrict) : [Violation.Unreadable(place, "not a list")],
            "string" => value.ValueKind == JsonValueKind.String ? CheckText(place, value) : [Violation.Unreadable(place, "not a text")],
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [Violation.Unreadable(place, "neither true nor false")],
            "integer" => IsInteger(value) ? CheckNumber(place, value.GetDouble()) : [Violation.Unreadable(place, "not a whole number")],
            "number" => value.ValueKind == JsonValueKind.Number ? CheckNumber(place, value.GetDouble()) : [Violation.Unreadable(place, "not a number")],
            _ => [],
        };
    }

    private IEnumerable<Violation> CheckObject(string place, JsonElement value, bool isStrict)
    {
        var rejectsOthers = (Has("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False)
            || (isStrict && Properties.Count > 0 && OtherValues is null);
        foreach (var field in value.EnumerateObject())
        {
            var fieldPlace = $"{place}.{field.Name}";
            if (Properties.TryGetValue(field.Name, out var property) || (property = OtherValues) is not null)
            {
                foreach (var violation in property.Check(fieldPlace, field.Value, isStrict))
                {
                    yield return violation;
                }
            }
            else if (rejectsOthers)
            {
                yield return Violation.Unreadable(fieldPlace, "the contract has no such field");
            }
        }

        foreach (var name in Has("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return Violation.Unreadable($"{place}.{name}", "required");
            }
        }

        if (NumberOf("maxProperties") is { } most && value.GetPropertyCount() > most)
        {
            yield return Violation.OfLimit(place, $"at most {Limit("maxProperties")} fields");
        }
    }

    private IEnumerable<Violation> CheckArray(string place, JsonElement value, bool isStrict)
    {
        var length = value.GetArrayLength();
        if (NumberOf("minItems") is { } fewest && length < fewest)
        {
            yield return Violation.OfLimit(place, $"at least {Limit("minItems")} items");
        }

        if (NumberOf("maxItems") is { } most && length > most)
        {
            yield return Violation.OfLimit(place, $"at most {Limit("maxItems")} items");
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            foreach (var violation in Items?.Check($"{place}[{index}]", item, isStrict) ?? [])
            {
                yield return violation;
            }

            index++;
        }
    }

    private IEnumerable<Violation> CheckText(string place, JsonElement value)
    {
        var text = value.GetString()!;
        if (Has("enum", out var values))
        {
            if (!values.EnumerateArray().Any(known => known.GetString() == text))
            {
                yield return Violation.OfLimit(place, $"one of {string.Join(", ", values.EnumerateArray().Select(known => known.GetString()))}");
            }

            yield break;
        }

        // In code points, as JSON Schema has it, and not in the UTF-16 units of .NET.
        var length = text.EnumerateRunes().Count();
        if (NumberOf("minLength") is { } fewest && length < fewest)
        {
            yield return Violation.OfLimit(place, $"at least {Limit("minLength")} characters");
        }

        if (NumberOf("maxLength") is { } most && length > most)
        {
            yield return Violation.OfLimit(place, $"at most {Limit("maxLength")} characters");
        }

        var isDate = Format switch
        {
            "date-time" => value.TryGetDateTimeOffset(out _),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => true,
        };
        if (!isDate)
        {
            yield return Violation.Unreadable(place, $"not a {Format}");
        }
    }

    private IEnumerable<Violation> CheckNumber(string place, double number)
    {
        if (NumberOf("minimum") is { } least && (number < least || (number == least && Is("exclusiveMinimum"))))
        {
            yield return Violation.OfLimit(place, $"{(Is("exclusiveMinimum") ? "more than" : "at least")} {Limit("minimum")}");
        }

        if (NumberOf("maximum") is { } most && (number > most || (number == most && Is("exclusiveMaximum"))))
        {
            yield return Violation.OfLimit(place, $"{(Is("exclusiveMaximum") ? "less than" : "at most")} {Limit("maximum")}");
        }
    }

    private bool IsInteger(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && (Format == "int32" ? value.TryGetInt32(out _) : value.TryGetInt64(out _));
}
