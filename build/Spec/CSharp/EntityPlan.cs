using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>
/// Plans what makes objects of responses entities: the ids that they are found by (<c>x-ids</c>), the entities that they refer to
/// (<c>x-joins</c>), and how a response shows its entities what came with them.
/// </summary>
internal sealed class EntityPlan(MergedSpec spec, TypeMap types, SchemaUsage usage, SpecProblems problems)
{
    private readonly HashSet<string> _carriers = Carriers(spec, types);

    public void Plan(JsonObject plan, string name, SpecMap schema, IReadOnlyList<ModelField> fields)
    {
        var ids = schema.List("x-ids").Select(id => FieldOf(fields, (id as SpecScalar)?.Text, CSharpKind.Text, id.Place, name, "x-ids")).ToList();
        if (ids is [{ } first, ..])
        {
            plan["id"] = first.Name;
            plan["ids"] = string.Join(", ", ids.Select(id => id?.Name));
        }

        plan["entity"] = IsEntity(schema);
        plan["joins"] = new JsonArray([.. (schema.Map("x-joins")?.Entries ?? []).Select(join => JoinOf(name, fields, join))]);
        plan["visits"] = CSharpPlan.Lines(fields.Where(field => _carriers.Contains((field.Type.Item ?? field.Type).Name))
            .Select(field => field.Type.Kind switch
            {
                CSharpKind.Map => $"Each({field.Stored}?.Values, visit);",
                CSharpKind.List => $"Each({field.Stored}, visit);",
                _ => $"{field.Name}?.Visit(visit);",
            }));
        plan["whole"] = usage.IsResponse(name) && _carriers.Contains(name);
    }

    /// <summary>The objects that are entities, or have some inside.</summary>
    private static HashSet<string> Carriers(MergedSpec spec, TypeMap types)
    {
        var schemas = spec.Schemas.Entries.Where(entry => entry.Value is SpecMap).Select(entry => (Name: entry.Key, Node: (SpecMap)entry.Value)).ToList();
        var carriers = schemas.Where(schema => IsEntity(schema.Node)).Select(schema => schema.Name).ToHashSet(StringComparer.Ordinal);
        while (schemas.FirstOrDefault(schema => !carriers.Contains(schema.Name) && HasCarrier(schema.Node)) is { Name: { } name })
        {
            carriers.Add(name);
        }

        return carriers;

        bool HasCarrier(SpecMap schema) => (schema.Map("properties")?.Entries ?? []).Select(field => field.Value).OfType<SpecMap>()
            .Select(field => types.TypeOf(field, string.Empty))
            .Any(type => carriers.Contains((type.Item ?? type).Name));
    }

    private static bool IsEntity(SpecMap schema) => schema.Find("x-ids") is not null || schema.Find("x-joins") is not null;

    private JsonObject JoinOf(string name, IReadOnlyList<ModelField> fields, SpecEntry join)
    {
        var node = join.Value as SpecMap ?? new SpecMap(join.Place);
        var to = node.Text("to") ?? string.Empty;
        var target = spec.Schemas.Map(to);
        if (target?.Find("x-ids") is null || !CSharpName.IsValid(join.Key) || node.List("by").Count == 0)
        {
            problems.Add(join.Place, ProblemKind.Unsupported, $"{name}, join {join.Key}: a join has a C# name, an object with x-ids to lead to, and fields by which.");
        }

        var by = node.List("by").OfType<SpecScalar>().Select(field => FieldOf(fields, field.Text, null, field.Place, name, $"join {join.Key}")).OfType<ModelField>().ToList();
        var list = by.FirstOrDefault(field => field.Type.IsList);
        return new JsonObject
        {
            ["name"] = join.Key,
            ["clr"] = list is null ? to : $"IReadOnlyList<{to}>",
            ["list"] = list is not null,
            ["doc"] = node.Text("description")?.Trim().TrimEnd('.'),
            ["get"] = list is null
                ? $"Find<{to}>(nameof({join.Key}), {string.Join(", ", by.Select(field => field.Name))})"
                : $"FindAll<{to}>(nameof({join.Key}), {list.Name}{BackTo(node, target, name)})",
        };
    }

    /// <summary>Further arguments of a list of entities: those that name this one, instead of being named by it, belong to it too.</summary>
    private string BackTo(SpecMap join, SpecMap? target, string name)
    {
        if (join["back"] is not SpecScalar back)
        {
            return string.Empty;
        }

        var own = spec.Schemas.Map(name);
        if (target?.Map("properties")?.Map(back.Text) is not { } field || own?.Texts("x-ids").FirstOrDefault() is not { } id)
        {
            problems.Add(back.Place, ProblemKind.Unsupported, $"{name}: back names the field of the other object that has an id of this one, by its x-ids.");
            return string.Empty;
        }

        return $", {NameOf(own.Map("properties")?.Map(id), id)}, static (entity, id) => entity.{NameOf(field, back.Text)} == id";
    }

    private static string NameOf(SpecMap? field, string wire) => field?.Text("x-name") ?? CSharpName.Pascal(wire);

    private ModelField? FieldOf(IReadOnlyList<ModelField> fields, string? wire, CSharpKind? kind, Place place, string name, string what)
    {
        var field = fields.FirstOrDefault(field => field.Wire == wire && (kind is null || field.Type.Kind == kind) && (field.Type.Item ?? field.Type).Kind == CSharpKind.Text);
        if (field is null)
        {
            problems.Add(place, ProblemKind.Unsupported, $"{name}: {what} names a field of this object, a text or a list of texts, and {wire} is none.");
        }

        return field;
    }
}
