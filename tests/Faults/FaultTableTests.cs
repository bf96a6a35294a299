namespace Amity.Tests.Faults;

// What the matrix is made of covers everything.
internal sealed class TableTests
{
    [TestCase("getRoom", Nature.Read, ResponseForm.Room, null)]
    [TestCase("listViewerBans", Nature.Read, ResponseForm.List, null)]
    [TestCase("getBroadcastCredentials", Nature.Read, ResponseForm.Fields, null)]
    [TestCase("getRecordingLocation", Nature.Read, ResponseForm.Location, null)]
    [TestCase("createRoom", Nature.Counted, ResponseForm.Room, null)]
    [TestCase("reportWatchTime", Nature.Counted, ResponseForm.Flag, null)]
    [TestCase("updateRoom", Nature.Repeatable, ResponseForm.Room, null)]
    [TestCase("banViewers", Nature.Repeatable, ResponseForm.Flag, null)]
    [TestCase("unbanViewers", Nature.Repeatable, ResponseForm.Flag, null)]
    [TestCase("deleteRoom", Nature.Final, ResponseForm.Flag, 400)]
    [TestCase("stopRoom", Nature.Final, ResponseForm.Room, 400)]
    [TestCase("removeParticipant", Nature.Final, ResponseForm.Room, 404)]
    public void Operation_OfTheSpec_IsUnderstood(string operationId, object nature, object form, int? rejectionOfSecondRun)
    {
        var operation = Operations.Of(operationId);

        operation.Nature.Should().Be((Nature)nature);
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
