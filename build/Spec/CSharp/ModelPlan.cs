using System.Text;
using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the C# of an object: its properties, and how they are read, written and checked where it is used so.</summary>
internal sealed class ModelPlan(MergedSpec spec, TypeMap types, ArgumentChecks checks, SchemaUsage usage, SpecProblems problems)
{
    /// <summary>Names that a model has from its base class, or needs itself.</summary>
    private static readonly string[] Taken =
    [
        "AdditionalProperties", "Append", "Check", "Each", "EntityIds", "Equals", "FailureReason", "Find", "FindAll", "GetHashCode", "GetType", "Guard", "Included",
        "IsPage", "Joined", "LacksId", "MemberwiseClone", "OnRead", "Populate", "Put", "Read", "ReferenceEquals", "RenewAsync", "ShareIncluded",
        "Tokens", "ToString", "Unnamed", "Validate", "Visit", "WholeResponse", "Write", "WriteParts",
    ];

    private readonly EntityPlan _entities = new(spec, types, usage, problems);

    public JsonObject Plan(string name, SpecMap schema)
    {
        var use = usage.Of(name);
        var fields = (schema.Map("properties")?.Entries ?? []).Select(entry => FieldOf(name, schema, entry)).ToList();
        CheckNames(name, fields, schema.Map("x-joins")?.Entries ?? []);
        CheckRequired(name, schema);
        CheckHiddenTypes(fields);
        var plan = new JsonObject
        {
            ["file"] = GeneratedFile.Of(schema.Place, name),
            ["access"] = schema.Text("x-internal") == "true" ? "internal" : "public",
            ["fields"] = new JsonArray([.. fields.Select(field => field.ToJson())]),
        };

        if (use.HasFlag(Uses.Response))
        {
            plan["lengths"] = LengthsOf(fields);
        }

        // A file has no JSON.
        plan["writes"] = CSharpPlan.Lines(fields.Where(field => !field.Type.HasFiles)
            .Select(field => $"writer.{WriterOf(field, schema)}(\"{CSharpName.Literal(field.Wire)}\"u8, {field.Stored});"));

        if (use.HasFlag(Uses.Parts))
        {
            plan["parts"] = CSharpPlan.Lines(fields.Select(field => $"writer.Part(\"{CSharpName.Literal(field.Wire)}\", {field.Stored});"));
        }

        if ((use & (Uses.Body | Uses.Parts | Uses.Query)) != Uses.None)
        {
            plan["checks"] = CSharpPlan.Lines(fields.SelectMany(field => checks.Of(
                field.Schema,
                IsMissedByItsLimit(field) ? field.Name : field.Stored,
                $"$\"{{argument}}.{{nameof({field.Name})}}\"",
                field.IsRequired && !IsMissedByItsLimit(field),
                mayBeNull: true,
                field.Where)));
        }

        if (use.HasFlag(Uses.Batch))
        {
            plan["appends"] = CSharpPlan.Lines(fields.Where(field => field.Type.Kind is CSharpKind.List or CSharpKind.Map)
                .Select(field => $"{field.Stored} = Joined({field.Stored}, next.{field.Stored});"));
        }

        if (usage.PageOf(name) is { } page)
        {
            plan["page"] = PageOf(fields, page);
        }

        _entities.Plan(plan, name, schema, fields);
        return plan;
    }

    /// <summary>Whether a missing list is rejected for its length, which says more than that it is required.</summary>
    private static bool IsMissedByItsLimit(ModelField field) =>
        field is { Type.IsList: true, IsRequired: true } && ArgumentChecks.HasLeast(field.Schema);

    /// <summary>The fields by the length of their names, by which a reader tells them apart.</summary>
    private static JsonArray LengthsOf(IEnumerable<ModelField> fields) => new(
    [
        .. fields.GroupBy(field => Encoding.UTF8.GetByteCount(field.Wire)).OrderBy(group => group.Key).Select(group => new JsonObject
        {
            ["length"] = group.Key,
            ["fields"] = new JsonArray([.. group.Select(field => field.ToJson())]),
        }),
    ]);

    private static string WriterOf(ModelField field, SpecMap schema) =>
        field.IsSecret ? "Secret" : field.Wire == schema.Texts("x-ids").FirstOrDefault() ? "Id" : "Field";

    private ModelField FieldOf(string name, SpecMap schema, SpecEntry entry)
    {
        var where = $"{name}, field {entry.Key}";
        var property = entry.Value as SpecMap ?? new SpecMap(entry.Place);
        var type = types.TypeOf(property, where);
        if (type.HasFiles && usage.Of(name) != Uses.Parts)
        {
            problems.Add(property.Place, ProblemKind.Unsupported, $"{where}: format binary is supported in multipart/form-data only.");
        }

        if (type is { Kind: CSharpKind.Map, Item.Kind: CSharpKind.Date } && usage.Of(name).HasFlag(Uses.Parts))
        {
            problems.Add(property.Place, ProblemKind.Unsupported, $"{where}: a map of dates is not supported in multipart/form-data.");
        }

        if (property.IsTrue("x-secret") && type != CSharpType.Text)
        {
            problems.Add(property.Place, ProblemKind.Unsupported, $"{where}: x-secret is supported for a string only.");
        }

        var csharpName = CSharpName.OfField(entry.Key, property);
        return new ModelField(
            entry.Key,
            csharpName,
            type,
            property,
            schema.Texts("required").Contains(entry.Key),
            usage.Of(name).HasFlag(Uses.Response),
            where,
            PropertyDoc.Of(name, csharpName, types.DescriptionOf(property, property), type.Kind));
    }

    private void CheckNames(string name, IReadOnlyList<ModelField> fields, IReadOnlyList<SpecEntry> joins)
    {
        var taken = new HashSet<string>(Taken, StringComparer.Ordinal) { name };
        foreach (var field in fields.Where(field => !CSharpName.IsValid(field.Name) || !taken.Add(field.Name)))
        {
            problems.Add(
                field.Schema.Place,
                ProblemKind.Name,
                $"{field.Where}: its C# name would be '{field.Name}', which C# does not take or which is taken: give it another by x-name.");
        }

        foreach (var join in joins.Where(join => !CSharpName.IsValid(join.Key) || !taken.Add(join.Key)))
        {
            problems.Add(
                join.Place, ProblemKind.Name, $"{name}, join {join.Key}: C# does not take this name, or a field or a member of every object has it.");
        }
    }

    private void CheckRequired(string name, SpecMap schema)
    {
        var properties = schema.Map("properties");
        foreach (var field in schema.List("required").OfType<SpecScalar>().Where(field => properties?.Find(field.Text) is null))
        {
            problems.Add(field.Place, ProblemKind.Missing, $"{name}: the required field {field.Text} is not among the properties.");
        }
    }

    /// <summary>Inside of the class a property hides the type of its name, unless it is of that very type.</summary>
    private void CheckHiddenTypes(IReadOnlyList<ModelField> fields)
    {
        var read = fields.Select(field => field.Type.Item ?? field.Type).Where(type => type.Kind == CSharpKind.Model).ToHashSet();
        foreach (var field in fields.Where(field => field.Type != CSharpType.Model(field.Name) && read.Contains(CSharpType.Model(field.Name))))
        {
            problems.Add(
                field.Schema.Place,
                ProblemKind.Name,
                $"{field.Where}: its C# name hides the type {field.Name} of another field: give it another by x-name, or the type another.");
        }
    }

    /// <summary>What a response has to have to be a page; where the spec is wrong there, the operation has its own problem.</summary>
    private static JsonObject PageOf(IReadOnlyList<ModelField> fields, string page)
    {
        return new JsonObject
        {
            ["list"] = page,
            ["test"] = $"IsPage(\"{CSharpName.Literal(page)}\", {StoredOf(page)}, {StoredOf("paging")})",
        };

        string? StoredOf(string wire) => fields.FirstOrDefault(field => field.Wire == wire)?.Stored;
    }
}

/// <summary>One property of an object.</summary>
/// <param name="Wire">Its name in JSON.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="IsRequired">Whether a request needs it.</param>
/// <param name="IsRead">Whether responses bring it.</param>
/// <param name="Where">What it is, for messages.</param>
/// <param name="Doc">Its documentation, a whole XML element.</param>
internal sealed record ModelField(
    string Wire, string Name, CSharpType Type, SpecMap Schema, bool IsRequired, bool IsRead, string Where, string Doc)
{
    /// <summary>Whether it is a list that reads as empty when it is absent: in what only callers fill in, an empty list would clear another.</summary>
    public bool IsNeverNull => Type.IsList && (IsRead || IsRequired);

    /// <summary>Where its value is kept: a list that reads as empty stays absent when written.</summary>
    public string Stored => IsNeverNull ? "_" + char.ToLowerInvariant(Name[0]) + Name[1..] : Name;

    /// <summary>Whether printing the object leaves it out.</summary>
    public bool IsSecret => Schema.IsTrue("x-secret");

    public JsonObject ToJson() => new()
    {
        ["wire"] = CSharpName.Literal(Wire),
        ["name"] = Name,
        ["clr"] = Type.Name,
        ["stored"] = Stored,
        ["list"] = IsNeverNull,
        ["file"] = Type.HasFiles,
        ["converter"] = Type.Converter,
        ["items"] = Type.Item?.Converter is { } converter ? $", ItemConverterType = typeof({converter})" : null,
        ["read"] = Type.Read,
        ["doc"] = Doc,
    };
}
