namespace Amity.Tests.Support;

/// <summary>Where the files of the repository are, wherever the tests run.</summary>
public static class RepoFiles
{
    /// <summary>The folder that global.json lies in.</summary>
    public static string Root { get; } = FindRoot();

    public static string Spec { get; } = Path.Combine(Root, "openapi", "amity.yaml");

    public static string SamplesFolder { get; } = Path.Combine(Root, "openapi", "samples");

    /// <summary>The samples' names, without folder and ending.</summary>
    public static IReadOnlyList<string> SampleNames { get; } =
        [.. Directory.GetFiles(SamplesFolder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string ReadSample(string name) => File.ReadAllText(Path.Combine(SamplesFolder, $"{name}.json"));

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
