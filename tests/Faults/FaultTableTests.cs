namespace Amity.Tests.Faults;

// What the matrix is made of covers everything.
internal sealed class FaultTableTests
{
    [TestCase("deleteRoom", 400)]
    [TestCase("stopRoom", 400)]
    [TestCase("removeParticipant", 404)]
    public void SecondRun_OfWhatIsDone_IsRejected(string operationId, int rejection) => SecondRun.RejectionOf(operationId).Should().Be(rejection);

    [Test]
    public void Faults_Table_HasEachOnce() => FaultTable.Rows.Select(row => row.Fault).Should().BeEquivalentTo(Enum.GetValues<SandboxFault>());
}
