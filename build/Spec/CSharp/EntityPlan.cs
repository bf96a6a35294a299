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
        var use = usage.Of(name);
        if ((schema.Find("x-ids") ?? schema.Find("x-joins")) is { } mark && !IsOfResponsesOnly(name))
        {
            problems.Add(mark.Place, ProblemKind.Unsupported, $"{name}: {mark.Key} is supported for objects that only come in responses.");
        }

        if (!use.HasFlag(Uses.Response))
        {
            return;
        }

        var ids = IdsOf(name, schema, fields);
        if (ids.Count > 0)
        {
            plan["id"] = ids[0].Name;
            plan["ids"] = string.Join(", ", ids.Select(id => id.Name));
        }

        plan["entity"] = IsEntity(schema);
        plan["joins"] = new JsonArray([.. (schema.Map("x-joins")?.Entries ?? []).Select(join => JoinOf(name, schema, fields, join))]);
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
        while (schemas.FirstOrDefault(schema => !carriers.Contains(schema.Name) && HasCarrier(schema.Name, schema.Node)) is { Name: { } name })
        {
            carriers.Add(name);
        }

        return carriers;

        bool HasCarrier(string name, SpecMap schema) => (schema.Map("properties")?.Entries ?? []).Where(field => field.Value is SpecMap)
            .Select(field => types.TypeOf((SpecMap)field.Value, $"{name}, field {field.Key}"))
            .Any(type => carriers.Contains((type.Item ?? type).Name));
    }

    public static bool IsEntity(SpecMap schema) => schema.Find("x-ids") is not null || schema.Find("x-joins") is not null;

    /// <summary>What a caller sends has no id of its own, and none that would be sent empty.</summary>
    private bool IsOfResponsesOnly(string name) => (usage.Of(name) & ~Uses.Batch) == Uses.Response;

    private List<ModelField> IdsOf(string name, SpecMap schema, IReadOnlyList<ModelField> fields)
    {
        var ids = new List<ModelField>();
        foreach (var id in schema.List("x-ids"))
        {
            if (FieldOf(fields, id) is { Type.Kind: CSharpKind.Text } field)
            {
                ids.Add(field);
            }
            else
            {
                problems.Add(id.Place, ProblemKind.Unsupported, $"{name}: x-ids names fields of this object that are texts, and {TextOf(id)} is none.");
            }
        }

        if (schema.Find("x-ids") is { Value: SpecList { Items.Count: 0 } } none)
        {
            problems.Add(none.Place, ProblemKind.Unsupported, $"{name}: x-ids names at least one field.");
        }

        return ids;
    }

    private JsonObject JoinOf(string name, SpecMap schema, IReadOnlyList<ModelField> fields, SpecEntry join)
    {
        var node = join.Value as SpecMap ?? new SpecMap(join.Place);
        var where = $"{name}, join {join.Key}";
        var to = node.Text("to") ?? string.Empty;
        var target = spec.Schemas.Map(to);
        if (target?.Find("x-ids") is null || !IsOfResponsesOnly(to))
        {
            Reject(node.Find("to")?.Place ?? join.Place, $"{where}: to names an object of responses that has x-ids.");
        }

        if (string.IsNullOrWhiteSpace(node.Text("description")))
        {
            problems.Add(join.Place, ProblemKind.Missing, $"{where}: description is missing.");
        }

        var by = FieldsOf(node, where, fields, join.Place);
        var list = by.FirstOrDefault(field => field.Type.IsList);
        if (list is not null && by.Count > 1)
        {
            Reject(node.Find("by")!.Place, $"{where}: by names texts, or one list of texts.");
        }

        if (list is null && node.Find("back") is { } back)
        {
            Reject(back.Place, $"{where}: back is supported where by names a list.");
        }

        CheckHiddenType(join, list is null ? to : null, fields);
        return new JsonObject
        {
            ["name"] = join.Key,
            ["clr"] = list is null ? to : $"IReadOnlyList<{to}>",
            ["list"] = list is not null,
            ["doc"] = node.Text("description")?.Trim().TrimEnd('.'),
            ["get"] = list is null
                ? $"Find<{to}>(nameof({join.Key}), {string.Join(", ", by.Select(field => field.Name))})"
                : $"FindAll<{to}>(nameof({join.Key}), {list.Name}{BackTo(node, target, schema, where)})",
        };

        List<ModelField> FieldsOf(SpecMap node, string where, IReadOnlyList<ModelField> fields, Place place)
        {
            var by = new List<ModelField>();
            foreach (var id in node.List("by"))
            {
                if (FieldOf(fields, id) is { Type: { Kind: CSharpKind.Text } or { Kind: CSharpKind.List, Item.Kind: CSharpKind.Text } } field)
                {
                    by.Add(field);
                }
                else
                {
                    Reject(id.Place, $"{where}: by names fields of this object, texts or one list of texts, and {TextOf(id)} is none.");
                }
            }

            if (node.List("by").Count == 0)
            {
                Reject(place, $"{where}: by names at least one field.");
            }

            return by;
        }
    }

    /// <summary>Further arguments of a list of entities: those that name this one, instead of being named by it, belong to it too.</summary>
    private string BackTo(SpecMap join, SpecMap? target, SpecMap own, string where)
    {
        if (join["back"] is not SpecScalar back)
        {
            return string.Empty;
        }

        if (target?.Map("properties")?.Map(back.Text) is not { } field || types.TypeOf(field, where) != CSharpType.Text
            || own.Texts("x-ids").FirstOrDefault() is not { } id || own.Map("properties")?.Map(id) is not { } ownField)
        {
            Reject(back.Place, $"{where}: back names a text of the other object which is an id of this one, by the x-ids of this one.");
            return string.Empty;
        }

        return $", {CSharpName.OfField(id, ownField)}, static (entity, id) => entity.{CSharpName.OfField(back.Text, field)} == id";
    }

    /// <summary>Inside of the class a property hides the type of its name, unless it is of that very type.</summary>
    private void CheckHiddenType(SpecEntry join, string? type, IEnumerable<ModelField> fields)
    {
        if (join.Key != type && fields.FirstOrDefault(field => (field.Type.Item ?? field.Type) == CSharpType.Model(join.Key)) is { } field)
        {
            problems.Add(join.Place, ProblemKind.Name, $"{field.Where}: the join {join.Key} hides its type: give the join another name.");
        }
    }

    private void Reject(Place place, string text) => problems.Add(place, ProblemKind.Unsupported, text);

    private static ModelField? FieldOf(IEnumerable<ModelField> fields, SpecNode wire) => fields.FirstOrDefault(field => field.Wire == TextOf(wire));

    private static string? TextOf(SpecNode node) => (node as SpecScalar)?.Text;
}
