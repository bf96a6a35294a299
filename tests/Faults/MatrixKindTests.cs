using NSwag;

namespace Amity.Tests.Faults;

/// <summary>Every kind of operation meets the faults, and more operations of the same kinds add nothing.</summary>
internal sealed class MatrixKindTests
{
    private static IEnumerable<OpenApiOperationDescription> All => Spec.Operations.Values;

    private static IEnumerable<string> Chosen => MatrixOperations.Ids;

    private static IEnumerable<string> Repeated =>
        Chosen.Where(id => MatrixOperations.Of(id).Kind.RepeatEffect is RepeatEffect.Repeatable or RepeatEffect.Final);

    [Test]
    public void Chosen_OfTheSpec_HaveEachFormAndBodyWithEachEffectOfTheSpec()
    {
        var chosen = Chosen.Select(id => MatrixOperations.Of(id).Kind).ToList();
        var all = All.Select(MatrixKind.Of).ToList();

        chosen.Select(kind => (kind.Form, kind.RepeatEffect)).Distinct().Should().BeEquivalentTo(all.Select(kind => (kind.Form, kind.RepeatEffect)).Distinct());
        chosen.Select(kind => (kind.Body, kind.RepeatEffect)).Distinct().Should().BeEquivalentTo(all.Select(kind => (kind.Body, kind.RepeatEffect)).Distinct());
    }

    [Test]
    public void Choose_OfManyMoreOperationsOfTheSameKinds_IsTheSameChoice() =>
        MatrixKind.Choose(Enumerable.Repeat(All, 28).SelectMany(operations => operations)).Should().Equal(MatrixKind.Choose(All));

    [Test]
    public void Choose_OfASpecWithoutAKind_LacksIt()
    {
        var without = MatrixKind.Choose(All.Where(operation => MatrixKind.Of(operation).Form != ResponseForm.Location));

        without.Should().NotContain(operation => MatrixKind.Of(operation).Form == ResponseForm.Location);
        without.Count().Should().BeLessThan(MatrixKind.Choose(All).Count());
    }

    [TestCase("getRoom", RequestParts.None, ResponseForm.One, RepeatEffect.Read)]
    [TestCase("listViewerBans", RequestParts.None, ResponseForm.Page, RepeatEffect.Read)]
    [TestCase("getBroadcastCredentials", RequestParts.None, ResponseForm.Fields, RepeatEffect.Read)]
    [TestCase("getRecordingLocation", RequestParts.None, ResponseForm.Location, RepeatEffect.Read)]
    [TestCase("createRoom", RequestParts.Json, ResponseForm.One, RepeatEffect.Counted)]
    [TestCase("reportWatchTime", RequestParts.Json, ResponseForm.Flag, RepeatEffect.Counted)]
    [TestCase("updateRoom", RequestParts.Json, ResponseForm.One, RepeatEffect.Repeatable)]
    [TestCase("unbanViewers", RequestParts.JsonOfDelete, ResponseForm.Flag, RepeatEffect.Repeatable)]
    [TestCase("deleteRoom", RequestParts.None, ResponseForm.Flag, RepeatEffect.Final)]
    [TestCase("removeParticipant", RequestParts.JsonOfDelete, ResponseForm.One, RepeatEffect.Final)]
    public void Kind_OfAnOperation_IsWhatItsSpecSays(string operationId, object body, object form, object effect) =>
        MatrixKind.Of(Spec.Operations[operationId]).Should().Be(new MatrixKind((RequestParts)body, (ResponseForm)form, (RepeatEffect)effect));

    [TestCaseSource(nameof(Repeated))]
    public void SecondRun_OfAnOperation_IsRejectedOnlyWhereTheSpecSaysThatItMeansDone(string operationId)
    {
        if (SecondRun.RejectionOf(operationId) is { } rejection)
        {
            var extensions = Spec.Operations[operationId].Operation.ExtensionData!;

            extensions.Should().ContainKey("x-done-after-retry").WhoseValue.Should().BeAssignableTo<object[]>().Which.Should().Contain((long)rejection);
        }
    }
}
