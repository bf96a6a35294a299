namespace Amity.Tests.Contract.Consumer;

/// <summary>What the committed pacts must hold as a whole.</summary>
[Order(3)]
internal sealed class PactCoverageTests
{
    // A broker's verifier chooses by description, and so do the outcomes here.
    [Test]
    public void Descriptions_CommittedPacts_AreUnique() =>
        PactFile.Interactions.Select(interaction => interaction.Description).Should().OnlyHaveUniqueItems();

    [Test]
    public void Examples_CommittedPacts_AreOneForEachOperation() =>
        PactFile.Interactions.Where(interaction => interaction.IsExample).Select(interaction => interaction.OperationId)
            .Should().BeEquivalentTo(Spec.Operations.Keys, "AMITY_UPDATE_PACTS=1 writes them");

    [Test]
    public void Examples_CommittedPacts_Succeed() =>
        PactFile.Interactions.Where(interaction => interaction.IsExample)
            .Should().OnlyContain(interaction => interaction.Status == Spec.SuccessOf(interaction.OperationId));

    [Test]
    public void NotFound_EveryIdInAPath_Stands() =>
        PactFile.Interactions.Where(interaction => interaction.Status == 404).Select(interaction => interaction.Description)
            .Should().Contain(NotFoundPactTests.Ids.Select(id => $"{id[0]} with an unknown {id[1]}"));

    // 400, 401, 403, 422, 429 and 500 mean the same on every path.
    [TestCase(400, 400000)]
    [TestCase(401, 400100)]
    [TestCase(403, 400301)]
    [TestCase(403, 400306)]
    [TestCase(422, 500000)]
    [TestCase(429, 400311)]
    [TestCase(500, 500000)]
    public void Error_CommittedPacts_Stands(int status, int code) =>
        PactFile.Interactions.Should().Contain(interaction => interaction.Status == status && interaction.ErrorCode == code);
}
