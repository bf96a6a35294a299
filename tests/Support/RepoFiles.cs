namespace Amity.Tests.Support;

/// <summary>Where the files of the repository are, wherever the tests run.</summary>
public static class RepoFiles
{
    /// <summary>The folder that global.json lies in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The spec, as the build merged it from its parts.</summary>
    public static string Spec { get; } = Path.Combine(Root, "build", "Spec", "obj", "merged", "amity.json");

    /// <summary>The names of the samples that are errors, without folder and ending; the others have those of their operations.</summary>
    public static IReadOnlyList<string> ErrorSamples =>
        [.. Samples.Keys.Where(name => name.StartsWith("error", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    // One folder for each area of the spec; a name stands in one of them.
    private static Dictionary<string, string> Samples { get; } =
        Directory.GetDirectories(Path.Combine(Root, "openapi"), "samples", SearchOption.AllDirectories)
            .SelectMany(folder => Directory.GetFiles(folder, "*.json"))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);

    /// <summary>A sample of the folders; without one, an operation's response is the example of the spec.</summary>
    public static string ReadSample(string name) => Samples.TryGetValue(name, out var file) ? File.ReadAllText(file) : SpecExamples.Response(name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds global.json.");
    }
}
