namespace Amity.Tests.Unit.Bulk;

/// <summary>What a caller does with the result of a bulk call.</summary>
public sealed class BulkResultTests
{
    private static readonly AmityApiException Rejection =
        AmityFakes.ApiException("banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban a moderator");

    [Test]
    public void ThrowIfIncomplete_EveryIdDone_ReturnsTheResult()
    {
        var result = new BulkResult([new("ann", BulkOutcome.Done), new("ben", BulkOutcome.Done)]);

        result.ThrowIfIncomplete().Should().BeSameAs(result);
    }

    [Test]
    public void ThrowIfIncomplete_NoIds_ReturnsTheResult()
    {
        var result = new BulkResult([]);

        result.ThrowIfIncomplete().Should().BeSameAs(result);
    }

    [Test]
    public void ThrowIfIncomplete_AnIdRejected_ThrowsWithCountsAndTheFirstReason()
    {
        var result = new BulkResult([new("ann", BulkOutcome.Done), Rejected("staff"), new("ben", BulkOutcome.Done)]);

        var exception = result.Invoking(r => r.ThrowIfIncomplete()).Should().Throw<BulkIncompleteException>().Which;

        exception.Message.Should().Be($"The bulk call did not do all of its 3 ids: 2 done, 1 rejected. {Rejection.Message}");
        exception.Result.Should().BeSameAs(result);
        exception.InnerException.Should().BeNull("the run came to its end");
        exception.Operation.Should().Be("banViewers");
        exception.MayHaveSucceeded.Should().BeFalse();
    }

    [Test]
    public void ThrowIfIncomplete_RunCutOff_ThrowsWithItsError()
    {
        var error = AmityFakes.TransportException("banViewers", AmityTransportFailure.Reset, mayHaveSucceeded: true);
        var result = new BulkResult([Rejected("staff"), new("ann", BulkOutcome.Unknown) { Error = error }, new("ben", BulkOutcome.NotSent)]) { Error = error };

        var exception = result.Invoking(r => r.ThrowIfIncomplete()).Should().Throw<BulkIncompleteException>().Which;

        exception.Message.Should().StartWith($"The bulk call did not do all of its 3 ids: 1 not sent, 1 rejected, 1 unknown. {error.Message}");
        exception.InnerException.Should().BeSameAs(error);
        exception.MayHaveSucceeded.Should().BeTrue("an id's outcome is unknown");
    }

    [Test]
    public void ThrowIfIncomplete_ResultReadBack_ThrowsWithItsReason()
    {
        var result = new BulkResult([new("staff", BulkOutcome.Rejected) { Reason = new("Cannot ban") }]);

        var exception = result.Invoking(r => r.ThrowIfIncomplete()).Should().Throw<BulkIncompleteException>().Which;

        exception.Message.Should().Be("The bulk call did not do all of its 1 ids: 1 rejected. Cannot ban");
        exception.Operation.Should().BeNull("nothing says which one it was");
    }

    [Test]
    public void Remaining_OfAResult_AreTheIdsNotSentOrUnknown()
    {
        var result = new BulkResult(
            [new("a", BulkOutcome.Unknown), new("b", BulkOutcome.Done), new("c", BulkOutcome.NotSent), new("d", BulkOutcome.Rejected)]);

        result.Remaining.Should().Equal("a", "c");
    }

    [Test]
    public void Reason_OfAnItem_SaysWhatItsExceptionSays()
    {
        var reason = Rejected("staff").Reason!;

        reason.Message.Should().Be(Rejection.Message);
        reason.Category.Should().Be(AmityErrorCategory.UsersRejected);
        reason.StatusCode.Should().Be(403);
        reason.ErrorCode.Should().Be(AmityErrorCode.UsersCannotBeBanned);
        reason.ToString().Should().Be(reason.Message);
        new BulkItem("ann", BulkOutcome.Done).Reason.Should().BeNull();
    }

    [Test]
    public void Reason_OfALostResponse_HasNeitherStatusNorCategory()
    {
        var error = AmityFakes.TransportException("banViewers", AmityTransportFailure.Timeout);

        var reason = new BulkResult([]) { Error = error }.Reason!;

        reason.Should().BeEquivalentTo(new AmityErrorReason(error.Message));
    }

    [Test]
    public void Reason_OfTheCallersOwnException_HoldsNothingOfItsMessage()
    {
        var reason = new BulkResult([]) { Error = new InvalidOperationException("the vault said s3cr3t") }.Reason!;

        reason.Message.Should().Be("The call ended with a System.InvalidOperationException.");
    }

    [Test]
    public void Reason_OfACancellation_SaysSo() =>
        new BulkResult([]) { Error = new OperationCanceledException("s3cr3t") }.Reason!.Message.Should().Be("The call was cancelled.");

    [Test]
    public void Constructors_Null_NameTheArgument()
    {
        FluentActions.Invoking(() => new BulkResult(null!)).Should().Throw<ArgumentNullException>().WithParameterName("items");
        FluentActions.Invoking(() => new BulkItem(null!, BulkOutcome.Done)).Should().Throw<ArgumentNullException>().WithParameterName("id");
        FluentActions.Invoking(() => new AmityErrorReason(null!)).Should().Throw<ArgumentNullException>().WithParameterName("message");
    }

    private static BulkItem Rejected(string id) => new(id, BulkOutcome.Rejected) { Error = Rejection };
}
