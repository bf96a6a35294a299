namespace Amity.Tests.Faults;

// What the matrix is made of covers everything.
internal sealed class TableTests
{
    [TestCase("getRoom", Nature.Read, AnswerForm.Room, null)]
    [TestCase("listViewerBans", Nature.Read, AnswerForm.List, null)]
    [TestCase("getBroadcastCredentials", Nature.Read, AnswerForm.Fields, null)]
    [TestCase("getRecordingLocation", Nature.Read, AnswerForm.Location, null)]
    [TestCase("createRoom", Nature.Counted, AnswerForm.Room, null)]
    [TestCase("reportWatchTime", Nature.Counted, AnswerForm.Flag, null)]
    [TestCase("updateRoom", Nature.Repeatable, AnswerForm.Room, null)]
    [TestCase("banViewers", Nature.Repeatable, AnswerForm.Flag, null)]
    [TestCase("unbanViewers", Nature.Repeatable, AnswerForm.Flag, null)]
    [TestCase("deleteRoom", Nature.Final, AnswerForm.Flag, 400)]
    [TestCase("stopRoom", Nature.Final, AnswerForm.Room, 400)]
    [TestCase("removeParticipant", Nature.Final, AnswerForm.Room, 404)]
    public void Operation_OfTheSpec_IsUnderstood(string operationId, object nature, object form, int? refusalOfSecondRun)
    {
        var operation = Operations.Of(operationId);

        operation.Nature.Should().Be((Nature)nature);
        operation.Form.Should().Be((AnswerForm)form);
        operation.RefusalOfSecondRun.Should().Be(refusalOfSecondRun);
        if (refusalOfSecondRun is { } refusal)
        {
            ((object[])Spec.Operations[operationId].Operation.ExtensionData!["x-done-after-retry"]!).Should().Contain((long)refusal);
        }
    }

    [Test]
    public void Faults_Table_HasEachOnce() => FaultTable.Rows.Select(row => row.Fault).Should().BeEquivalentTo(Enum.GetValues<SandboxFault>());
}
