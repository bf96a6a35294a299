using System.Text.RegularExpressions;

namespace Amity.Tests.Generation.Building;

/// <summary>
/// The spec is merged and the client generated when something that it is made of changed, once for all target frameworks, and never otherwise.
/// </summary>
[Category("Build")]
[NonParallelizable]
public sealed class GenerationTests
{
    private const string Part = "openapi/rooms/paths.yaml";
    private const string Generated = "src/Generated";

    private static readonly Runs Nothing = new(Merger: 0, NSwag: 0);
    private static readonly Runs OnlyNSwag = new(Merger: 0, NSwag: 1);
    private static readonly Runs Both = new(Merger: 1, NSwag: 1);

    private RepoCopy _copy = null!;

    [OneTimeSetUp]
    public async Task RestoreAndGenerateOnce()
    {
        _copy = new RepoCopy();
        var (exitCode, output) = await _copy.DotnetAsync("restore", "src/Amity.csproj", "-p:NuGetAudit=false", "-nodeReuse:false");
        exitCode.Should().Be(0, output);
        (await GenerateAsync()).Should().Be(Both, "the first build has to generate, once for three target frameworks");
    }

    [OneTimeTearDown]
    public void DeleteTheCopy() => _copy.Dispose();

    [Test]
    public void Output_Generated_IsTheCommittedOne()
    {
        var committed = FilesBelow(Path.Combine(Repo.Root, Generated));
        var generated = FilesBelow(_copy.PathOf(Generated));

        generated.Keys.Should().BeEquivalentTo(committed.Keys);
        foreach (var (file, text) in committed)
        {
            generated[file].Should().Be(text, file);
        }
    }

    [Test]
    public async Task Build_NothingChanged_RunsNeither() => (await GenerateAsync()).Should().Be(Nothing);

    [Test]
    public async Task Build_APartTouched_RunsBothOnce()
    {
        Touch(Part);

        (await GenerateAsync()).Should().Be(Both);
    }

    [TestCase("nswag.json")]
    [TestCase("build/templates/Enum.liquid")]
    public async Task Build_AnInputOfNSwagTouched_RunsItOnce(string input)
    {
        Touch(input);

        (await GenerateAsync()).Should().Be(OnlyNSwag);
    }

    [Test]
    public async Task Build_APartAddedAndRemoved_RunsBothOnceEach()
    {
        var part = _copy.PathOf("openapi/rooms/more.yaml");
        await File.WriteAllTextAsync(part, "paths: {}\n");
        File.SetLastWriteTimeUtc(part, DateTime.UtcNow.AddYears(-1));
        (await GenerateAsync()).Should().Be(Both, "a part was added, though it is older than the output");

        File.Delete(part);
        (await GenerateAsync()).Should().Be(Both, "a part was removed");
    }

    [Test]
    public async Task Build_AMistakeInAPart_FailsWithItsPlaceOnce()
    {
        var good = await File.ReadAllTextAsync(_copy.PathOf(Part));
        var mistake = good.IndexOf("summary: Reads one room.", StringComparison.Ordinal);
        var (line, column) = (good[..mistake].Count(c => c == '\n') + 1, mistake - good.LastIndexOf('\n', mistake));
        try
        {
            await File.WriteAllTextAsync(_copy.PathOf(Part), good.Insert(mistake, "x-"));

            var (exitCode, output) = await BuildAsync();

            exitCode.Should().NotBe(0);
            var place = $"{_copy.PathOf(Part)}({line},{column})";
            output.Split('\n').Should().ContainSingle(text => text.StartsWith($"{place}: error AMITY105: getRoom: 'x-summary' "), output);
            output.Should().NotContain("NSwag:");
        }
        finally
        {
            await File.WriteAllTextAsync(_copy.PathOf(Part), good);
        }

        (await GenerateAsync()).Should().Be(Both, "a failed merge leaves what there was older than the part");
    }

    [Test]
    public async Task Clean_AfterGeneration_KeepsTheOutputAndForgetsTheStamp()
    {
        var generated = FilesBelow(_copy.PathOf(Generated));

        var (exitCode, output) = await _copy.DotnetAsync("msbuild", "src/Amity.csproj", "-t:Clean", "-nodeReuse:false", "-v:minimal");

        exitCode.Should().Be(0, output);
        FilesBelow(_copy.PathOf(Generated)).Should().Equal(generated);
        (await GenerateAsync()).Should().Be(OnlyNSwag);
    }

    [Test]
    public async Task Build_AGeneratedFileDeleted_BringsItBack()
    {
        var file = _copy.PathOf($"{Generated}/Rooms/Room.g.cs");
        var text = await File.ReadAllTextAsync(file);
        File.Delete(file);

        (await GenerateAsync()).Should().Be(OnlyNSwag);

        (await File.ReadAllTextAsync(file)).Should().Be(text);
    }

    /// <summary>Asks every target framework for the generated client, as a build does, and counts the runs of what makes it.</summary>
    private async Task<Runs> GenerateAsync()
    {
        var (exitCode, output) = await BuildAsync();
        exitCode.Should().Be(0, output);
        return new Runs(Regex.Count(output, "amity-spec: merged openapi"), Regex.Count(output, "NSwag: generated src/Generated"));
    }

    private Task<(int ExitCode, string Output)> BuildAsync() => _copy.DotnetAsync(
        "msbuild", "src/Amity.csproj", "-t:DispatchToInnerBuilds", "-p:InnerTargets=GenerateClient", "-m", "-nodeReuse:false", "-v:minimal");

    private void Touch(string file) => File.SetLastWriteTimeUtc(_copy.PathOf(file), DateTime.UtcNow);

    private static Dictionary<string, string> FilesBelow(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);

    private sealed record Runs(int Merger, int NSwag);
}
