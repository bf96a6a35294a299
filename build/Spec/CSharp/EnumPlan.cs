using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the C# of an enum: the name of each of its values.</summary>
internal static class EnumPlan
{
    private static readonly string[] Taken =
    [
        "Value", "IsKnown", "Parse", "TryParse", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone",
    ];

    public static JsonObject Plan(string name, SpecMap schema, SpecProblems problems)
    {
        var names = schema.Texts("x-enumNames").ToList();
        var values = schema.List("enum").OfType<SpecScalar>().ToList();
        if (schema.Find("x-enumNames") is { } given && names.Count != values.Count)
        {
            problems.Add(given.Place, ProblemKind.Name, $"{name}: x-enumNames has {names.Count} names for {values.Count} values.");
        }

        if (values.Count == 0)
        {
            problems.Add(schema.Place, ProblemKind.Unsupported, $"{name}: an enum without values is not supported.");
        }

        var taken = new HashSet<string>(Taken, StringComparer.Ordinal) { name };
        var members = new JsonArray();
        for (var i = 0; i < values.Count; i++)
        {
            var member = i < names.Count ? names[i] : CSharpName.Pascal(values[i].Text);
            if (!CSharpName.IsValid(member) || !taken.Add(member))
            {
                problems.Add(
                    values[i].Place,
                    ProblemKind.Name,
                    $"{name}: the value '{values[i].Text}' would be named '{member}', which C# does not take or which is taken: "
                    + "name all values by x-enumNames.");
            }

            members.Add(new JsonObject { ["name"] = member, ["wire"] = CSharpName.Literal(values[i].Text) });
        }

        return new JsonObject { ["file"] = GeneratedFile.Of(schema.Place, name), ["members"] = members };
    }
}
