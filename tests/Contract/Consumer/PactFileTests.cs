using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.Consumer;

/// <summary>Holds what the consumer tests wrote against the committed pact; runs after them.</summary>
[Order(2)]
internal sealed class PactFileTests
{
    private const string HowToUpdate =
        "The consumer tests wrote another pact than the committed one. When that is meant, run all tests of this project with AMITY_UPDATE_PACTS=1, which copies it over, and commit it";

    [Test]
    [Order(1)]
    public void WrittenPact_ComparedWithCommitted_IsTheSame()
    {
        PactFiles.WrittenFile.Exists.Should().BeTrue("the consumer tests run before this one: run all tests of the project");
        if (Environment.GetEnvironmentVariable("AMITY_UPDATE_PACTS") == "1")
        {
            PactFiles.WrittenFile.CopyTo(PactFiles.Committed.FullName, overwrite: true);
        }

        PactFiles.Committed.Exists.Should().BeTrue(HowToUpdate);
        Comparable(PactFiles.Committed).Should().Be(Comparable(PactFiles.WrittenFile), HowToUpdate);
    }

    [Test]
    public void WrittenPact_FolderOfThisRun_HoldsNothingElse() =>
        PactFiles.WrittenFile.Directory!.GetFiles().Should().ContainSingle();

    // The versions of the core and of the package stand in the metadata, and say nothing about the contract.
    private static string Comparable(FileInfo file)
    {
        var pact = JsonNode.Parse(File.ReadAllText(file.FullName))!.AsObject();
        pact.Remove("metadata");
        return pact.ToString();
    }
}
