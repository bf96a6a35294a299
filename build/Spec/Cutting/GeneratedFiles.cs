namespace Amity.Spec.Cutting;

/// <summary>
/// Cuts what NSwag wrote into one file per type, at the lines with which the templates begin a type. Only what changed is written; a
/// generated file whose type is gone is deleted, and its folder when that is empty then.
/// </summary>
internal static class GeneratedFiles
{
    /// <summary>Begins a type, and names its file; only at the beginning of a line, for a description may say the same.</summary>
    private const string Marker = "\n//--file ";

    public static void Write(string generated, string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var files = Cut(generated).ToDictionary(file => Path.GetFullPath(file.Name, folder), file => file.Text);
        Directory.CreateDirectory(folder);
        foreach (var stale in Directory.GetFiles(folder, "*.g.cs", SearchOption.AllDirectories).Except(files.Keys))
        {
            File.Delete(stale);
        }

        foreach (var (path, text) in files.Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        foreach (var area in Directory.GetDirectories(folder).Where(area => !Directory.EnumerateFileSystemEntries(area).Any()))
        {
            Directory.Delete(area);
        }
    }

    /// <summary>The file of each type: what stands before the first type begins every one.</summary>
    private static IEnumerable<(string Name, string Text)> Cut(string generated)
    {
        var sections = generated.ReplaceLineEndings("\n").Split(Marker);
        foreach (var section in sections.Skip(1))
        {
            var firstLine = section.IndexOf('\n', StringComparison.Ordinal);
            yield return (section[..firstLine].Trim(), $"{sections[0].TrimEnd()}\n\n{section[firstLine..].Trim()}\n");
        }
    }
}
