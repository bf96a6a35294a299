using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.Consumer;

/// <summary>Holds what the consumer tests wrote against the committed pacts; runs after them.</summary>
[Order(2)]
internal sealed class PactFileTests
{
    private const string HowToUpdate =
        "The consumer tests wrote another pact than the committed one. When that is meant, run all tests of this project with "
        + "AMITY_UPDATE_PACTS=1, which copies it over, and commit it";

    private static IEnumerable<PactFile> Pacts => PactFile.All;

    [TestCaseSource(nameof(Pacts))]
    [Order(1)]
    public void WrittenPact_ComparedWithCommitted_IsTheSame(PactFile pact)
    {
        var written = pact.WrittenText;
        written.Should().NotBeNull("the consumer tests run before this one: run all tests of the project");
        if (Environment.GetEnvironmentVariable("AMITY_UPDATE_PACTS") == "1")
        {
            pact.Committed.Directory!.Create();
            File.WriteAllText(pact.Committed.FullName, written);
        }

        pact.Committed.Exists.Should().BeTrue(HowToUpdate);
        Comparable(File.ReadAllText(pact.Committed.FullName)).Should().Be(Comparable(written!), HowToUpdate);
    }

    [Test]
    public void WrittenPacts_OfThisRun_AreOneForEachArea() =>
        new DirectoryInfo(PactFile.WrittenFolder).GetFiles().Should().HaveCount(PactFile.All.Count);

    [Test]
    public void CommittedPacts_OfAllAreas_AreOneForEach() =>
        PactFile.CommittedFolder.GetFiles().Select(file => file.Name).Should().BeEquivalentTo(PactFile.All.Select(pact => pact.Committed.Name));

    // The versions of the core and of the package stand in the metadata, and say nothing about the contract.
    private static string Comparable(string text)
    {
        var pact = JsonNode.Parse(text)!.AsObject();
        pact.Remove("metadata");
        return pact.ToString();
    }
}
