using System.Text.RegularExpressions;

namespace Amity.Spec.Cutting;

/// <summary>
/// Cuts what NSwag wrote into one file per type, at the lines with which the templates begin a type. Only what changed is written; a
/// generated file whose type is gone is deleted, and its folder when that is empty then.
/// </summary>
internal static partial class GeneratedFiles
{
    private const string SharedArea = "Common";

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

    /// <summary>
    /// The file of each type: what stands before the first type begins every one, and an area's types are in a namespace of its own, which
    /// the files see that name one of them: a new area changes no other's files.
    /// </summary>
    private static IEnumerable<(string Name, string Text)> Cut(string generated)
    {
        var sections = generated.ReplaceLineEndings("\n").Split(Marker);
        var types = sections.Skip(1).Select(section => (Name: section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim(), Section: section)).ToList();
        var header = sections[0].TrimEnd();
        var space = Namespace().Match(header).Groups[1].Value;
        var areas = types.ToDictionary(type => TypeOf(type.Name), type => AreaOf(type.Name), StringComparer.Ordinal);
        foreach (var (name, section) in types)
        {
            var area = AreaOf(name);
            var seen = Word().Matches(section).Select(word => areas.GetValueOrDefault(word.Value, string.Empty))
                .Where(other => other.Length > 0 && other != area).Distinct().Order(StringComparer.Ordinal);
            var usings = string.Concat(seen.Select(other => $"\nusing {space}.{other};"));
            var begin = Namespace().Replace(header, $"{usings}\n\nnamespace {(area.Length > 0 ? $"{space}.{area}" : space)};");
            yield return (name, $"{begin}\n\n{section[section.IndexOf('\n', StringComparison.Ordinal)..].Trim()}\n");
        }
    }

    /// <summary>The folder of a type; empty for what all areas share.</summary>
    private static string AreaOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } area and not SharedArea ? area : string.Empty;

    private static string TypeOf(string file) => Path.GetFileName(file).Replace(".g.cs", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex("\n\nnamespace (.+);$")]
    private static partial Regex Namespace();
}
