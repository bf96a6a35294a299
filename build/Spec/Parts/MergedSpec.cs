namespace Amity.Spec.Parts;

/// <summary>The whole spec, merged from its parts.</summary>
internal sealed class MergedSpec(SpecMap root)
{
    public const string ReferencePrefix = "#/components/";

    public static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    public SpecMap Root { get; } = root;

    public SpecMap Schemas => Components("schemas");

    /// <summary>Every operation, in the order of the paths.</summary>
    public IEnumerable<SpecOperation> Operations =>
        from path in (Root.Map("paths")?.Entries ?? [])
        where path.Value is SpecMap
        from method in ((SpecMap)path.Value).Entries
        where method.Value is SpecMap && Methods.Contains(method.Key)
        select new SpecOperation(path.Key, method.Key, (SpecMap)method.Value, method.Place);

    public SpecMap Components(string section) => Root.Map("components")?.Map(section) ?? new SpecMap(Root.Place);

    /// <summary>What a reference points to; the node itself when it is none, null when there is no such thing.</summary>
    public SpecMap? Resolve(SpecMap node)
    {
        for (var steps = 0; node.Text("$ref") is { } reference; steps++)
        {
            if (steps > 20 || Find(reference) is not { } target)
            {
                return null;
            }

            node = target;
        }

        return node;
    }

    public SpecMap? Find(string reference) =>
        reference.StartsWith(ReferencePrefix, StringComparison.Ordinal) && reference[ReferencePrefix.Length..].Split('/') is [var section, var name]
            ? Components(section).Map(name)
            : null;

    /// <summary>The folder that a part lies in, which is the area of what it says; empty for a part outside of any.</summary>
    public static string AreaOf(Place place) => place.File.Split('/') is [_, .., var folder, _] ? folder : string.Empty;
}

/// <summary>One operation of the spec.</summary>
/// <param name="Path">The path template.</param>
/// <param name="Method">The method, in lower case.</param>
/// <param name="Node">What the spec says of it.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record SpecOperation(string Path, string Method, SpecMap Node, Place Place)
{
    /// <summary>The id; the method and path of an operation that has none.</summary>
    public string Id => Node.Text("operationId") ?? $"{Method.ToUpperInvariant()} {Path}";

    public string? Tag => Node.List("tags") is [SpecScalar tag, ..] ? tag.Text : null;

    /// <summary>The statuses of success, each with its response.</summary>
    public IEnumerable<SpecEntry> Successes =>
        Node.Map("responses")?.Entries.Where(response => response.Key[0] is '2' or '3') ?? [];
}
