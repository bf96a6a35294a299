using System.Globalization;
using System.Text.Json;

namespace Amity.Spec.Parts;

/// <summary>What the value of a keyword may be.</summary>
/// <param name="Words">What it is called in messages.</param>
/// <param name="Fits">Whether a value is one.</param>
internal sealed record ValueKind(string Words, Func<SpecNode, bool> Fits)
{
    public static readonly ValueKind Anything = new("anything", _ => true);

    public static readonly ValueKind Text = new("a text", value => value is SpecScalar { Kind: JsonValueKind.String });

    public static readonly ValueKind Flag = new(
        "true or false", value => value is SpecScalar { Kind: JsonValueKind.True or JsonValueKind.False });

    public static readonly ValueKind Number = new("a number", value => value is SpecScalar { Kind: JsonValueKind.Number });

    public static readonly ValueKind Count = new(
        "a whole number from 0", value => value is SpecScalar { Kind: JsonValueKind.Number, Whole: >= 0 and <= int.MaxValue });

    /// <summary>Neither NSwag nor C# takes every number that JSON has.</summary>
    public static readonly ValueKind Limit = new(
        "a number within 64 bits",
        value => value is SpecScalar { Kind: JsonValueKind.Number, Text: var text }
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= long.MinValue and <= long.MaxValue);

    public static readonly ValueKind Map = new("an object", value => value is SpecMap);

    public static readonly ValueKind MapOrFlag = new("an object, true or false", value => Map.Fits(value) || Flag.Fits(value));

    public static readonly ValueKind TextOrMap = new("a text or an object", value => Text.Fits(value) || Map.Fits(value));

    public static readonly ValueKind Texts = new("a list of texts", value => IsListOf(Text, value));

    public static readonly ValueKind Numbers = new("a list of numbers", value => IsListOf(Number, value));

    public static readonly ValueKind Maps = new("a list of objects", value => IsListOf(Map, value));

    private static bool IsListOf(ValueKind kind, SpecNode value) => value is SpecList list && list.Items.All(kind.Fits);
}
