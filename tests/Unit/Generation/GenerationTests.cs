using System.Text.RegularExpressions;

namespace Amity.Tests.Unit.Generation;

/// <summary>The client is generated when something it is made of changed, once for all target frameworks, and never otherwise.</summary>
[Category("Build")]
[NonParallelizable]
public sealed class GenerationTests
{
    private const string Spec = "openapi/amity.yaml";
    private static readonly string[] Outputs = ["src/Generated/Clients.g.cs", "src/Generated/Models.g.cs"];

    private RepoCopy _copy = null!;

    [OneTimeSetUp]
    public async Task RestoreAndGenerateOnce()
    {
        _copy = new RepoCopy();
        var (exitCode, output) = await _copy.DotnetAsync("restore", "src/Amity.csproj", "-p:NuGetAudit=false", "-nodeReuse:false");
        exitCode.Should().Be(0, output);
        (await GenerateAsync()).Should().Be(1, "the first build has to generate, once for three target frameworks");
    }

    [OneTimeTearDown]
    public void DeleteTheCopy() => _copy.Dispose();

    [Test]
    public void Output_Generated_IsTheCommittedOne()
    {
        foreach (var output in Outputs)
        {
            File.ReadAllText(_copy.PathOf(output)).Should().Be(File.ReadAllText(Path.Combine(RepoFiles.Root, output)));
        }
    }

    [Test]
    public async Task Build_NothingChanged_GeneratesNothing() => (await GenerateAsync()).Should().Be(0);

    [TestCase(Spec)]
    [TestCase("nswag.json")]
    [TestCase("build/templates/Enum.liquid")]
    public async Task Build_AnInputTouched_GeneratesOnce(string input)
    {
        Touch(input);

        (await GenerateAsync()).Should().Be(1);
    }

    [TestCase("  /api/v1/rooms:\n", "  /api/v1/rooms: [\n", "amity.yaml", TestName = "Build_BrokenYaml_FailsWithFileAndReason")]
    [TestCase("#/components/schemas/RoomPage'", "#/components/schemas/NoSuchPage'", "NoSuchPage", TestName = "Build_UnresolvedReference_FailsWithFileAndReason")]
    public async Task Build_MistakeInTheSpec_FailsWithFileAndReason(string text, string mistake, string reason)
    {
        var good = await File.ReadAllTextAsync(_copy.PathOf(Spec));
        var bad = good.Replace(text, mistake, StringComparison.Ordinal);
        bad.Should().NotBe(good);
        await File.WriteAllTextAsync(_copy.PathOf(Spec), bad);
        Touch(Spec);

        var (exitCode, output) = await BuildAsync();

        exitCode.Should().NotBe(0);
        output.Should().MatchRegex(@"openapi/amity\.yaml.*: error AMITY001: NSwag could not generate the client from this spec: .+").And.Contain(reason);
        await File.WriteAllTextAsync(_copy.PathOf(Spec), good);
        Touch(Spec);
        (await GenerateAsync()).Should().Be(1, "a failed generation leaves no stamp");
    }

    [Test]
    public async Task Clean_AfterGeneration_KeepsTheOutputAndForgetsTheStamp()
    {
        var (exitCode, output) = await _copy.DotnetAsync("msbuild", "src/Amity.csproj", "-t:Clean", "-nodeReuse:false", "-v:minimal");

        exitCode.Should().Be(0, output);
        Outputs.Select(_copy.PathOf).Should().OnlyContain(file => File.Exists(file));
        (await GenerateAsync()).Should().Be(1);
    }

    /// <summary>Asks every target framework for the generated client, as a build does, and counts the runs of NSwag.</summary>
    private async Task<int> GenerateAsync()
    {
        var (exitCode, output) = await BuildAsync();
        exitCode.Should().Be(0, output);
        return Regex.Count(output, "NSwag: generated src/Generated");
    }

    private Task<(int ExitCode, string Output)> BuildAsync() =>
        _copy.DotnetAsync("msbuild", "src/Amity.csproj", "-t:DispatchToInnerBuilds", "-p:InnerTargets=GenerateClient", "-m", "-nodeReuse:false", "-v:minimal");

    private void Touch(string file) => File.SetLastWriteTimeUtc(_copy.PathOf(file), DateTime.UtcNow);
}
