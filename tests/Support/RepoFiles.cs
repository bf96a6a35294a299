namespace Amity.Tests.Support;

/// <summary>Where the files of the repository are, wherever the tests run.</summary>
public static class RepoFiles
{
    /// <summary>The folder that global.json lies in.</summary>
    public static string Root { get; } = FindRoot();

    public static string Spec { get; } = Path.Combine(Root, "openapi", "amity.yaml");

    public static string SamplesFolder { get; } = Path.Combine(Root, "openapi", "samples");

    /// <summary>The samples' names, without folder and ending: one for each operation that answers with a body, and those of errors.</summary>
    public static IReadOnlyList<string> SampleNames =>
        [.. Directory.GetFiles(SamplesFolder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
            .Union(Support.Spec.Operations.Keys.Where(id => Support.Spec.AnswerOf(id) is not null)).Order(StringComparer.Ordinal)];

    /// <summary>A sample of the folder; without one, an operation's answer is the example of the spec.</summary>
    public static string ReadSample(string name) => File.Exists(SampleFile(name)) ? File.ReadAllText(SampleFile(name)) : SpecExamples.Answer(name);

    private static string SampleFile(string name) => Path.Combine(SamplesFolder, $"{name}.json");

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
