namespace Amity.Spec.Parts;

/// <summary>
/// Merges the parts of a folder into one document: paths by method, components by name, tags by name; anything else stands in one part.
/// </summary>
internal sealed class SpecMerger(SpecProblems problems)
{
    /// <summary>Keys whose entries come from many parts.</summary>
    private static readonly Dictionary<string, int> MergedDepth = new(StringComparer.Ordinal) { ["paths"] = 2, ["components"] = 2 };

    private static readonly string[] TopLevel = ["openapi", "info", "servers", "security", "tags", "paths", "components"];

    /// <summary>Merges every YAML file below a folder, in the order of their paths.</summary>
    public MergedSpec Merge(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var reader = new SpecReader(problems);
        var parts = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: $"{name}/{Path.GetRelativePath(folder, path).Replace('\\', '/')}"))
            .OrderBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => reader.Read(part.Path, part.Name))
            .OfType<SpecMap>()
            .ToList();

        var merged = new SpecMap(new Place(name, 1, 1));
        foreach (var key in TopLevel)
        {
            foreach (var entry in parts.Select(part => part.Find(key)).OfType<SpecEntry>())
            {
                if (key == "tags")
                {
                    AddTags(merged, entry);
                }
                else
                {
                    Add(merged, entry, MergedDepth.GetValueOrDefault(key));
                }
            }
        }

        foreach (var entry in parts.SelectMany(part => part.Entries).Where(entry => !TopLevel.Contains(entry.Key)))
        {
            problems.Add(entry.Place, ProblemKind.UnknownKeyword, $"'{entry.Key}' is not a keyword of an OpenAPI document that this build knows.");
        }

        return new MergedSpec(merged);
    }

    private void Add(SpecMap target, SpecEntry entry, int depth)
    {
        if (depth == 0)
        {
            if (!target.TryAdd(entry))
            {
                var first = target.Find(entry.Key)!.Place;
                problems.Add(entry.Place, ProblemKind.Duplicate, $"'{entry.Key}' is also in {first.File}, line {first.Line}.");
            }

            return;
        }

        target.TryAdd(entry with { Value = new SpecMap(entry.Place) });
        foreach (var inner in (entry.Value as SpecMap)?.Entries ?? [])
        {
            Add(target.Map(entry.Key)!, inner, depth - 1);
        }
    }

    /// <summary>Tags are a list of objects; sorted, so that adding an area moves no other.</summary>
    private void AddTags(SpecMap target, SpecEntry entry)
    {
        var tags = target.List("tags").Concat((entry.Value as SpecList)?.Items ?? []).OfType<SpecMap>().ToList();
        foreach (var twice in tags.GroupBy(tag => tag.Text("name")).Where(group => group.Count() > 1))
        {
            problems.Add(twice.Last().Place, ProblemKind.Duplicate, $"The tag '{twice.Key}' is also in {twice.First().Place.File}, line {twice.First().Place.Line}.");
        }

        var sorted = new SpecList(tags.OrderBy(tag => tag.Text("name"), StringComparer.Ordinal), entry.Place);
        if (!target.TryAdd(entry with { Value = sorted }))
        {
            target.Replace("tags", sorted);
        }
    }
}
