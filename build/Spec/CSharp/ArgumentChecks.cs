using System.Globalization;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>The checks of an argument or of a request's field, made of what the spec says of it: each is one call of <c>Guard</c>.</summary>
internal sealed class ArgumentChecks(TypeMap types, SpecProblems problems)
{
    /// <summary>The checks of one value.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="value">The expression that has it.</param>
    /// <param name="argument">The expression of its name in messages.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="mayBeNull">Whether its C# type lets it be null.</param>
    /// <param name="where">What it is, for messages about the spec.</param>
    public IEnumerable<string> Of(SpecMap schema, string value, string argument, bool isRequired, bool mayBeNull, string where)
    {
        var type = types.TypeOf(schema, where);
        var limits = types.Resolved(schema);
        var required = isRequired && mayBeNull ? $"Guard.Required({value}, {argument});" : null;
        var checks = type.Kind switch
        {
            CSharpKind.Text => TextChecks(limits, value, argument, required),
            CSharpKind.Whole => [required, RangeCheck(limits, value, argument, type.Name, where)],
            CSharpKind.Number => [required, .. NumberChecks(limits, value, argument)],
            CSharpKind.Date => [required, $"Guard.Date({value}, {argument});"],
            CSharpKind.Model => [isRequired ? $"AmityModel.Check({value}, {argument});" : $"{value}?.Validate({argument});"],
            CSharpKind.List => [required, .. ListChecks(limits, type.Item!, value, argument, where)],
            CSharpKind.Map => [required, .. MapChecks(limits, type.Item, value, argument, where)],
            _ => [required],
        };
        return checks.OfType<string>();
    }

    /// <summary>Whether a list has at least one item, so that a missing one breaks that limit.</summary>
    public static bool HasLeast(SpecMap schema) => schema["minItems"] is SpecScalar { Whole: > 0 };

    private static IEnumerable<string?> TextChecks(SpecMap limits, string value, string argument, string? required)
    {
        var (minimum, maximum) = (limits.Text("minLength") ?? "0", limits.Text("maxLength") ?? "int.MaxValue");
        if (limits.Text("format") == TypeMap.TokenFormat)
        {
            return [required, $"Guard.Token({value}, {argument});"];
        }

        if (limits.Text("format") == "id")
        {
            return
            [
                $"Guard.{(required is null ? "OptionalId" : "Id")}({value}, {maximum}, {argument});",
                minimum is "0" or "1" ? null : $"Guard.Text({value}, {minimum}, {maximum}, {argument});",
            ];
        }

        return [required, $"Guard.Text({value}, {minimum}, {maximum}, {argument});"];
    }

    private string? RangeCheck(SpecMap limits, string value, string argument, string type, string where)
    {
        if (limits.Find("minimum") is null && limits.Find("maximum") is null)
        {
            return null;
        }

        var least = WholeLimit(limits, "minimum", where) + (limits.IsTrue("exclusiveMinimum") ? 1 : 0);
        var most = WholeLimit(limits, "maximum", where) - (limits.IsTrue("exclusiveMaximum") ? 1 : 0);
        return $"Guard.Range({value}, {Text(least) ?? type + ".MinValue"}, {Text(most) ?? type + ".MaxValue"}, {argument});";
    }

    private static IEnumerable<string?> NumberChecks(SpecMap limits, string value, string argument)
    {
        var (minimum, maximum) = (limits.Text("minimum"), limits.Text("maximum"));
        var (isAbove, isBelow) = (limits.IsTrue("exclusiveMinimum"), limits.IsTrue("exclusiveMaximum"));
        var (least, most) = (isAbove ? null : minimum, isBelow ? null : maximum);
        return
        [
            least is null && most is null
                ? $"Guard.Number({value}, {argument});"
                : $"Guard.Range({value}, {least ?? "double.MinValue"}, {most ?? "double.MaxValue"}, {argument});",
            isAbove ? $"Guard.Above({value}, {minimum}, {argument});" : null,
            isBelow ? $"Guard.Below({value}, {maximum}, {argument});" : null,
        ];
    }

    private IEnumerable<string?> ListChecks(SpecMap limits, CSharpType item, string value, string argument, string where)
    {
        var items = limits.Map("items")!;
        var itemLimits = types.Resolved(items);
        var (minimum, maximum) = (limits.Text("minItems") ?? "0", limits.Text("maxItems") ?? "int.MaxValue");
        if (item.Kind == CSharpKind.Text && itemLimits.Text("format") == "id")
        {
            return [$"Guard.Ids({value}, {minimum}, {maximum}, {itemLimits.Text("maxLength") ?? "int.MaxValue"}, {argument});"];
        }

        var count = minimum == "0" && maximum == "int.MaxValue" ? null : $"Guard.Count({value}, {minimum}, {maximum}, {argument});";
        return [count, EachCheck("Each", items, item, value, argument, where)];
    }

    private IEnumerable<string?> MapChecks(SpecMap limits, CSharpType? item, string value, string argument, string where)
    {
        var count = limits.Text("maxProperties") is { } maximum ? $"Guard.Count({value}, 0, {maximum}, {argument});" : null;
        return [count, item is null ? null : EachCheck("EachValue", limits.Map("additionalProperties")!, item, value, argument, where)];
    }

    private string? EachCheck(string method, SpecMap items, CSharpType item, string value, string argument, string where)
    {
        var checks = item.Kind == CSharpKind.Free
            ? []
            : Of(items, "item", "name", isRequired: true, mayBeNull: !item.IsValueType, $"{where}, items").ToList();
        return checks.Count switch
        {
            0 => null,
            1 => $"Guard.{method}({value}, {argument}, static (item, name) => {checks[0].TrimEnd(';')});",
            _ => $"Guard.{method}({value}, {argument}, static (item, name) => {{ {string.Join(' ', checks)} }});",
        };
    }

    private long? WholeLimit(SpecMap limits, string key, string where)
    {
        if (limits[key] is not SpecScalar scalar)
        {
            return null;
        }

        if (scalar.Whole is null)
        {
            problems.Add(scalar.Place, ProblemKind.Unsupported, $"{where}: {key} is '{scalar.Text}', and an integer's limit is an integer.");
        }

        return scalar.Whole;
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
