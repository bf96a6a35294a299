using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Says what each schema is in C#, and rejects by name what the generator cannot make.</summary>
internal sealed class TypeMap(MergedSpec spec, SpecProblems problems)
{
    public const string TokenFormat = "token";

    private readonly HashSet<SpecMap> _rejected = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SpecMap> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>The type of a schema; free, and a problem, for one that is not supported.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="where">The operation or schema, and what in it, for messages.</param>
    public CSharpType TypeOf(SpecMap schema, string where)
    {
        if (schema.Text("$ref") is { } reference)
        {
            // A dangling reference has its own problem already.
            return spec.Find(reference) is { } target ? TypeOfComponent(MergedSpec.NameOf(reference), target, where) : CSharpType.Free;
        }

        // So has a type that there is not.
        return schema.Text("type") switch
        {
            "string" => TextOf(schema, where),
            "integer" => IntegerOf(schema, where),
            "number" => NumberOf(schema, where),
            "boolean" => CSharpType.Flag,
            "array" => ListOf(schema, where),
            "object" => MapOf(schema, where),
            _ => CSharpType.Free,
        };
    }

    /// <summary>The schema with the limits: what a reference points to, or the schema itself.</summary>
    public SpecMap Resolved(SpecMap schema) => spec.Resolve(schema) ?? schema;

    /// <summary>Whether a text is a continuation token.</summary>
    public bool IsToken(SpecMap schema) => Resolved(schema).Text("format") == TokenFormat;

    /// <summary>The words for something of a schema: its own, or else those of the schema.</summary>
    public string? DescriptionOf(SpecMap node, SpecMap schema) => node.Text("description") ?? Resolved(schema).Text("description");

    private CSharpType TypeOfComponent(string name, SpecMap target, string where)
    {
        if (target.Find("properties") is not null)
        {
            return target["additionalProperties"] is SpecMap { Entries.Count: > 0 }
                ? Unsupported(target, where, "an object with both properties and typed additionalProperties")
                : CSharpType.Model(name);
        }

        if (target.Find("enum") is not null)
        {
            return CSharpType.Enum(name);
        }

        if (!_open.Add(target))
        {
            return Unsupported(target, where, $"{name}, a list or map of itself,");
        }

        var type = TypeOf(target, where);
        _open.Remove(target);
        return type;
    }

    private CSharpType TextOf(SpecMap schema, string where) => schema.Text("format") switch
    {
        null or "id" or TokenFormat or "uri" => CSharpType.Text,
        "date-time" => CSharpType.Instant,
        "date" => CSharpType.Date,
        "binary" => CSharpType.File,
        _ => UnsupportedFormat(schema, where),
    };

    private CSharpType IntegerOf(SpecMap schema, string where) => schema.Text("format") switch
    {
        "int32" => CSharpType.Int32,
        null or "int64" => CSharpType.Int64,
        _ => UnsupportedFormat(schema, where),
    };

    private CSharpType NumberOf(SpecMap schema, string where) =>
        schema.Text("format") is null or "double" or "float" ? CSharpType.Number : UnsupportedFormat(schema, where);

    private CSharpType ListOf(SpecMap schema, string where)
    {
        if (schema.Map("items") is not { } items)
        {
            return Unsupported(schema, where, "an array without items");
        }

        var item = TypeOf(items, where);
        return item == CSharpType.FreeFields ? CSharpType.ListOf(CSharpType.Free)
            : item.Kind is CSharpKind.List or CSharpKind.Map ? Unsupported(schema, where, "a list of lists or maps")
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

    private CSharpType UnsupportedFormat(SpecMap schema, string where) =>
        Unsupported(schema, where, $"type {schema.Text("type")} with format {schema.Text("format")}");

    private CSharpType Unsupported(SpecMap schema, string where, string what)
    {
        // Once, however many use it.
        if (_rejected.Add(schema))
        {
            problems.Add(schema.Place, ProblemKind.Unsupported, $"{where}: {what} is not supported.");
        }

        return CSharpType.Free;
    }
}
