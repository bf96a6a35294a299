using System.Text.RegularExpressions;

namespace Amity.Spec.Parts;

/// <summary>The whole spec, merged from its parts.</summary>
internal sealed class MergedSpec(SpecMap root)
{
    public static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Keywords whose value is an object with names for keys, and not with keywords.</summary>
    private static readonly string[] Named = ["paths", "schemas", "responses", "parameters", "properties", "headers", "content"];

    /// <summary>Keywords whose value is data, and describes nothing.</summary>
    private static readonly string[] Data = ["example", "examples", "default"];

    public SpecMap Root { get; } = root;

    public SpecMap Schemas => Section("schemas");

    /// <summary>Every operation, in the order of the paths.</summary>
    public IEnumerable<SpecOperation> Operations =>
        from path in (Root.Map("paths")?.Entries ?? [])
        where path.Value is SpecMap
        from method in ((SpecMap)path.Value).Entries
        where method.Value is SpecMap && Methods.Contains(method.Key)
        select new SpecOperation(path.Key, method.Key, (SpecMap)method.Value, method.Place);

    /// <summary>Everything under components.</summary>
    public IEnumerable<SpecComponent> Components =>
        from section in (Root.Map("components")?.Entries ?? [])
        where section.Value is SpecMap
        from component in ((SpecMap)section.Value).Entries
        select new SpecComponent(section.Key, component.Key, component.Value, component.Place);

    /// <summary>Every parameter where it is described, with what it is in messages.</summary>
    public IEnumerable<(SpecMap Node, string Where)> Parameters =>
        (from operation in Operations
         from parameter in operation.Node.List("parameters").OfType<SpecMap>()
         where parameter.Find("$ref") is null
         select (parameter, $"{operation.Id}, parameter {parameter.Text("name")}"))
        .Concat(
            from component in Components
            where component is { Section: "parameters", Node: SpecMap }
            select ((SpecMap)component.Node, component.Name));

    /// <summary>What a reference points to; the node itself when it is none, null when there is no such thing.</summary>
    public SpecMap? Resolve(SpecMap node) => node.Text("$ref") is { } reference ? Find(reference) : node;

    public SpecMap? Find(string reference) =>
        reference.Split('/') is ["#", "components", var section, var name] ? Section(section).Map(name) : null;

    /// <summary>An operation's parameters, those that it refers to included.</summary>
    public IEnumerable<SpecMap> ParametersOf(SpecOperation operation) =>
        operation.Node.List("parameters").OfType<SpecMap>().Select(Resolve).OfType<SpecMap>();

    /// <summary>The references that lead from the operations to components.</summary>
    public IReadOnlySet<string> Used()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var toVisit = new Stack<SpecNode>(Operations.Select(operation => operation.Node));
        while (toVisit.TryPop(out var node))
        {
            foreach (var reference in References(node).Select(entry => entry.Value).OfType<SpecScalar>())
            {
                if (used.Add(reference.Text) && Find(reference.Text) is { } target)
                {
                    toVisit.Push(target);
                }
            }
        }

        return used;
    }

    public static string ReferenceTo(string section, string name) => $"#/components/{section}/{name}";

    /// <summary>The name of what a reference points to.</summary>
    public static string NameOf(string reference) => reference.Split('/')[^1];

    /// <summary>The folder that a part lies in, which is the area of what it says; empty for a part outside of any.</summary>
    public static string AreaOf(Place place) => place.File.Split('/') is [_, .., var folder, _] ? folder : string.Empty;

    /// <summary>Every reference at and below a node.</summary>
    public static IEnumerable<SpecEntry> References(SpecNode node) =>
        Descriptions(node).Select(map => map.Find("$ref")).OfType<SpecEntry>();

    /// <summary>Every object at and below a node that describes something: no example, and no map of names.</summary>
    public static IEnumerable<SpecMap> Descriptions(SpecNode node) => node switch
    {
        SpecList list => list.Items.SelectMany(Descriptions),
        SpecMap map => map.Entries.Where(entry => !Data.Contains(entry.Key)).SelectMany(Below).Prepend(map),
        _ => [],
    };

    private static IEnumerable<SpecMap> Below(SpecEntry entry) =>
        entry.Value is SpecMap named && Named.Contains(entry.Key)
            ? named.Entries.SelectMany(inner => Descriptions(inner.Value))
            : Descriptions(entry.Value);

    private SpecMap Section(string name) => Root.Map("components")?.Map(name) ?? new SpecMap(Root.Place);
}

/// <summary>One operation of the spec.</summary>
/// <param name="Path">The path template.</param>
/// <param name="Method">The method, in lower case.</param>
/// <param name="Node">What the spec says of it.</param>
/// <param name="Place">Where it begins.</param>
internal sealed partial record SpecOperation(string Path, string Method, SpecMap Node, Place Place)
{
    /// <summary>The names in the path template.</summary>
    public IEnumerable<string> PathNames => PathName().Matches(Path).Select(match => match.Groups[1].Value);

    /// <summary>The id; the method and path of an operation that has none.</summary>
    public string Id => Node.Text("operationId") ?? $"{Method.ToUpperInvariant()} {Path}";

    public string? Tag => Node.List("tags") is [SpecScalar tag, ..] ? tag.Text : null;

    /// <summary>Whether its result is a list in pages.</summary>
    public bool IsPaged => Node.Map("x-result")?.Find("page") is not null;

    /// <summary>The statuses of success, each with its response.</summary>
    public IEnumerable<SpecEntry> Successes =>
        (Node.Map("responses")?.Entries ?? []).Where(response => response.Key is ['2' or '3', >= '0' and <= '9', >= '0' and <= '9']);

    /// <summary>The path template with something else in the place of each name.</summary>
    public string PathWith(Func<string, string> replacement) => PathName().Replace(Path, match => replacement(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex PathName();
}

/// <summary>One entry under components.</summary>
internal sealed record SpecComponent(string Section, string Name, SpecNode Node, Place Place)
{
    public string Reference => MergedSpec.ReferenceTo(Section, Name);
}
