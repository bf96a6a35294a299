namespace Amity.Tests.Conventions;

/// <summary>A file is found by its name alone.</summary>
public sealed class FileNameTests
{
    private static readonly Dictionary<string, string> Repeated = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Program.cs"] = "what starts a program, as everywhere in .NET",
        ["AssemblySettings.cs"] = "how NUnit runs the tests of a project, in each that has such settings",
    };

    private static readonly ILookup<string, string> Files = Sources.CSharp
        .Select(file => Path.GetRelativePath(RepoFiles.Root, file)).ToLookup(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);

    [Test]
    public void FileNames_OfTheRepository_AreUnique() =>
        Files.Where(name => name.Count() > 1 && !Repeated.ContainsKey(name.Key)).Select(name => string.Join(", ", name)).Should().BeEmpty();

    [Test]
    public void RepeatedFileNames_OfTheList_AreRepeated() => Repeated.Keys.Should().OnlyContain(name => Files[name].Count() > 1);
}
