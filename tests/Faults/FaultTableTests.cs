namespace Amity.Tests.Faults;

// What the matrix is made of covers everything.
internal sealed class FaultTableTests
{
    [TestCase("getRoom", RepeatEffect.Read, ResponseForm.Room, null)]
    [TestCase("listViewerBans", RepeatEffect.Read, ResponseForm.List, null)]
    [TestCase("getBroadcastCredentials", RepeatEffect.Read, ResponseForm.Fields, null)]
    [TestCase("getRecordingLocation", RepeatEffect.Read, ResponseForm.Location, null)]
    [TestCase("createRoom", RepeatEffect.Counted, ResponseForm.Room, null)]
    [TestCase("reportWatchTime", RepeatEffect.Counted, ResponseForm.Flag, null)]
    [TestCase("updateRoom", RepeatEffect.Repeatable, ResponseForm.Room, null)]
    [TestCase("banViewers", RepeatEffect.Repeatable, ResponseForm.Flag, null)]
    [TestCase("unbanViewers", RepeatEffect.Repeatable, ResponseForm.Flag, null)]
    [TestCase("deleteRoom", RepeatEffect.Final, ResponseForm.Flag, 400)]
    [TestCase("stopRoom", RepeatEffect.Final, ResponseForm.Room, 400)]
    [TestCase("removeParticipant", RepeatEffect.Final, ResponseForm.Room, 404)]
    public void Operation_OfTheSpec_IsUnderstood(string operationId, object effect, object form, int? rejectionOfSecondRun)
    {
        var operation = MatrixOperations.Of(operationId);

        operation.RepeatEffect.Should().Be((RepeatEffect)effect);
        operation.Form.Should().Be((ResponseForm)form);
        operation.RejectionOfSecondRun.Should().Be(rejectionOfSecondRun);
        if (rejectionOfSecondRun is { } rejection)
        {
            ((object[])Spec.Operations[operationId].Operation.ExtensionData!["x-done-after-retry"]!).Should().Contain((long)rejection);
        }
    }

    [Test]
    public void Faults_Table_HasEachOnce() => FaultTable.Rows.Select(row => row.Fault).Should().BeEquivalentTo(Enum.GetValues<SandboxFault>());
}
