namespace Amity.Spec.Parts;

/// <summary>
/// Merges the parts of a folder into one document: paths by method, components by name, tags by name; anything else stands in one part.
/// </summary>
internal sealed class SpecMerger(SpecProblems problems)
{
    /// <summary>How far down the entries of a key come from many parts.</summary>
    private static readonly Dictionary<string, int> MergedDepth = new(StringComparer.Ordinal) { ["paths"] = 2, ["components"] = 2 };

    /// <summary>The order of the document; what it does not know follows, and is rejected by name.</summary>
    private static readonly string[] Order = ["openapi", "info", "servers", "security", "tags", "paths", "components"];

    /// <summary>Merges every YAML file below a folder, in the order of their paths.</summary>
    public MergedSpec Merge(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var parts = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: $"{name}/{Path.GetRelativePath(folder, path).Replace('\\', '/')}"))
            .OrderBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => SpecReader.Read(part.Path, part.Name, problems))
            .OfType<SpecMap>()
            .ToList();

        var merged = new SpecMap(new Place(name, 1, 1));
        foreach (var key in Order.Union(parts.SelectMany(part => part.Entries).Select(entry => entry.Key)))
        {
            var entries = parts.Select(part => part.Find(key)).OfType<SpecEntry>().ToList();
            if (key == "tags")
            {
                AddTags(merged, entries);
                continue;
            }

            foreach (var entry in entries)
            {
                Add(merged, entry, MergedDepth.GetValueOrDefault(key));
            }
        }

        return new MergedSpec(merged);
    }

    private void Add(SpecMap target, SpecEntry entry, int depth)
    {
        if (depth == 0)
        {
            if (!target.TryAdd(entry))
            {
                problems.AddDuplicate($"'{entry.Key}'", entry.Place, target.Find(entry.Key)!.Place);
            }

            return;
        }

        if (entry.Value is not SpecMap inner)
        {
            problems.Add(entry.Value.Place, ProblemKind.WrongKind, $"'{entry.Key}' is {ValueKind.Map.Words}.");
            return;
        }

        var merged = target.MapOrNew(entry.Key, entry.Place);
        foreach (var innerEntry in inner.Entries)
        {
            Add(merged, innerEntry, depth - 1);
        }
    }

    /// <summary>Tags are a list of objects; sorted, so that adding an area moves no other.</summary>
    private void AddTags(SpecMap target, List<SpecEntry> entries)
    {
        foreach (var entry in entries.Where(entry => !ValueKind.Maps.Fits(entry.Value)))
        {
            problems.Add(entry.Value.Place, ProblemKind.WrongKind, $"'tags' is {ValueKind.Maps.Words}.");
        }

        var tags = entries.Select(entry => entry.Value).OfType<SpecList>().SelectMany(list => list.Items).OfType<SpecMap>()
            .OrderBy(tag => tag.Text("name"), StringComparer.Ordinal).ToList();
        foreach (var same in tags.GroupBy(tag => tag.Text("name")))
        {
            foreach (var tag in same.Skip(1))
            {
                problems.AddDuplicate($"The tag '{same.Key}'", tag.Place, same.First().Place);
            }
        }

        if (tags.Count > 0)
        {
            target.TryAdd(entries[0] with { Value = new SpecList(tags, entries[0].Place) });
        }
    }
}
