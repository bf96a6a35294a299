using NSwag;

namespace Amity.Tests.Faults;

// What the matrix is made of covers everything.
internal sealed class TableTests
{
    private static IEnumerable<string> OperationIds => Operations.Ids;

    [Test]
    public void Operations_Table_IsThatOfTheSpec() => OperationIds.Should().BeEquivalentTo(Spec.Operations.Keys);

    [TestCaseSource(nameof(OperationIds))]
    public void Operations_Nature_IsThatOfTheSpec(string operationId)
    {
        var nature = Operations.Of(operationId).Nature;
        var declared = Spec.Operations[operationId];

        declared.Operation.ExtensionData!["x-repeat"].Should().Be(nature == Nature.Counted ? "unless-sent" : "safe");
        (declared.Method == OpenApiOperationMethod.Get).Should().Be(nature == Nature.Read);
    }

    [Test]
    public void Faults_Table_HasEachOnce() => FaultTable.Rows.Select(row => row.Fault).Should().BeEquivalentTo(Enum.GetValues<SandboxFault>());
}
