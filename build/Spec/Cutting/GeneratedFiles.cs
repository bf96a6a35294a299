using System.Text;

namespace Amity.Spec.Cutting;

/// <summary>
/// Cuts what NSwag wrote into one file per type, at the lines with which the templates begin a type; only what changed is written, and a
/// generated file whose type is gone is deleted.
/// </summary>
internal static class GeneratedFiles
{
    /// <summary>Begins a type, and names its file.</summary>
    public const string Marker = "//--file ";

    private const string Pattern = "*.g.cs";

    public static void Write(string generated, string folder)
    {
        var sections = generated.ReplaceLineEndings("\n").Split(Marker);
        var files = sections.Skip(1).ToDictionary(
            section => Path.GetFullPath(Path.Combine(folder, section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim())),
            section => $"{sections[0].TrimEnd()}\n\n{section[section.IndexOf('\n', StringComparison.Ordinal)..].Trim()}\n");

        Directory.CreateDirectory(folder);
        foreach (var stale in Directory.EnumerateFiles(folder, Pattern, SearchOption.AllDirectories).Where(file => !files.ContainsKey(Path.GetFullPath(file))).ToList())
        {
            File.Delete(stale);
        }

        foreach (var (file, text) in files)
        {
            if (!File.Exists(file) || File.ReadAllText(file) != text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
        }

        foreach (var empty in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Where(directory => !Directory.EnumerateFileSystemEntries(directory).Any()).ToList())
        {
            Directory.Delete(empty);
        }
    }
}
