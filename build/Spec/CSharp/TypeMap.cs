using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Says what each schema is in C#, and rejects by name what the generator cannot make.</summary>
internal sealed class TypeMap(MergedSpec spec, SpecProblems problems)
{
    /// <summary>The type of a schema; free, and a problem, for one that is not supported.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="where">The operation or schema, and what in it, for messages.</param>
    public CSharpType TypeOf(SpecMap schema, string where)
    {
        if (schema.Text("$ref") is { } reference)
        {
            // A dangling reference has its own problem already.
            return spec.Resolve(schema) is { } target ? TypeOfComponent(NameOf(reference), target, where) : CSharpType.Free;
        }

        if (schema.Find("properties") is not null || schema.Find("enum") is not null)
        {
            return Unsupported(schema, where, "an object or enum that is written in this place");
        }

        return schema.Text("type") switch
        {
            "string" => TextOf(schema, where),
            "integer" => IntegerOf(schema, where),
            "number" when schema.Text("format") is null or "double" or "float" => CSharpType.Number,
            "boolean" => CSharpType.Flag,
            "array" => ListOf(schema, where),
            "object" => MapOf(schema, where),
            null when schema.Find("items") is null && schema.Find("additionalProperties") is null => CSharpType.Free,
            _ => Unsupported(schema, where, Description(schema)),
        };
    }

    /// <summary>The schema with the limits: what a reference points to, or the schema itself.</summary>
    public SpecMap Resolved(SpecMap schema) => spec.Resolve(schema) ?? schema;

    private string NameOf(string reference)
    {
        // Through a reference to a reference, the last one names the type.
        while (spec.Find(reference) is { } target && target.Text("$ref") is { } next)
        {
            reference = next;
        }

        return reference.Split('/')[^1];
    }

    private CSharpType TypeOfComponent(string name, SpecMap target, string where)
    {
        if (target.Find("properties") is { Value: SpecMap })
        {
            return target["additionalProperties"] is SpecMap { Entries.Count: > 0 }
                ? Unsupported(target, where, "an object with both properties and typed additionalProperties")
                : CSharpType.Model(name);
        }

        if (target.Find("enum") is not null)
        {
            return target.Text("type") == "string" ? CSharpType.Enum(name) : Unsupported(target, where, "an enum of anything but strings");
        }

        return TypeOf(target, where);
    }

    private CSharpType TextOf(SpecMap schema, string where) => schema.Text("format") switch
    {
        null or "id" or "token" or "uri" => CSharpType.Text,
        "date-time" => CSharpType.Instant,
        "date" => CSharpType.Date,
        "binary" => CSharpType.File,
        _ => Unsupported(schema, where, Description(schema)),
    };

    private CSharpType IntegerOf(SpecMap schema, string where) => schema.Text("format") switch
    {
        "int32" => CSharpType.Int32,
        null or "int64" => CSharpType.Int64,
        _ => Unsupported(schema, where, Description(schema)),
    };

    private CSharpType ListOf(SpecMap schema, string where)
    {
        if (schema.Map("items") is not { } items)
        {
            return Unsupported(schema, where, "an array without items");
        }

        var item = TypeOf(items, where);
        return item.Kind is CSharpKind.List or CSharpKind.Map && item != CSharpType.FreeFields ? Unsupported(schema, where, "a list of lists or maps")
            : item == CSharpType.FreeFields ? CSharpType.ListOf(CSharpType.Free)
            : CSharpType.ListOf(item);
    }

    private CSharpType MapOf(SpecMap schema, string where)
    {
        if (schema["additionalProperties"] is not SpecMap { Entries.Count: > 0 } values)
        {
            return CSharpType.FreeFields;
        }

        var item = TypeOf(values, where);
        return item.Kind is CSharpKind.List or CSharpKind.Map or CSharpKind.File ? Unsupported(schema, where, "a map of lists, maps or files")
            : item.Kind == CSharpKind.Free ? CSharpType.FreeFields
            : CSharpType.MapOf(item);
    }

    private CSharpType Unsupported(SpecMap schema, string where, string what)
    {
        problems.Add(schema.Place, ProblemKind.Unsupported, $"{where}: {what} is not supported.");
        return CSharpType.Free;
    }

    private static string Description(SpecMap schema) =>
        schema.Text("format") is { } format ? $"type {schema.Text("type")} with format {format}" : $"type {schema.Text("type") ?? "without a name"}";
}
