namespace Amity.Tests.Contract.Consumer;

/// <summary>What the committed pact must hold as a whole.</summary>
[Order(3)]
internal sealed class PactCoverageTests
{
    private static readonly IReadOnlyList<PactInteraction> Interactions = PactInteraction.Read(PactFiles.Committed);

    [Test]
    public void Descriptions_CommittedPact_AreUnique() =>
        Interactions.Select(interaction => interaction.Description).Should().OnlyHaveUniqueItems();

    [TestCaseSource(typeof(Spec), nameof(Spec.Operations))]
    public void Operation_CommittedPact_HasInteractionThatSucceeds(KeyValuePair<string, NSwag.OpenApiOperationDescription> operation) =>
        Interactions.Where(interaction => interaction.Status < 400).Select(interaction => interaction.OperationId)
            .Should().Contain(operation.Key, "a test in tests/Contract/Consumer pins it, and AMITY_UPDATE_PACTS=1 writes it");

    // 400, 422, 429 and 500 mean the same on every path; 404 is asked of each.
    [TestCase(400, 400000)]
    [TestCase(401, 400100)]
    [TestCase(403, 400301)]
    [TestCase(403, 400306)]
    [TestCase(404, 400400)]
    [TestCase(422, 500000)]
    [TestCase(429, 400311)]
    [TestCase(500, 500000)]
    public void Error_CommittedPact_Stands(int status, int code) =>
        Interactions.Should().Contain(interaction => interaction.Status == status && interaction.ErrorCode == code);

    [Test]
    public void NotFound_EveryPathThatDeclaresIt_Stands()
    {
        var declared = Spec.Operations.Values
            .Where(operation => operation.Operation.Responses.ContainsKey("404") && operation.Operation.OperationId != "listRooms")
            .Select(operation => operation.Operation.OperationId);

        // The list of rooms names nothing that could be missing, and why it may respond 404 is not published.
        Interactions.Where(interaction => interaction.Status == 404).Select(interaction => interaction.OperationId)
            .Distinct().Should().BeEquivalentTo(declared);
    }
}
