using Amity.Tests.Faults;

namespace Amity.Tests.Shapes;

/// <summary>
/// A rejection that says "already done" is a success after an attempt of the same call whose outcome nobody saw, where the spec says so,
/// and only then.
/// </summary>
internal sealed class RepeatTests : ShapeTest
{
    private static readonly Outcome[] Unknown =
    [
        new("reset", _ => Reply.Reset),
        new("timeout", Reply.Timeout),
        new("500", _ => Reply.Error(500, 500000)),
        new("503", _ => Reply.Empty(503)),
        new("web page", _ => Reply.Text("<html>", "text/html")),
    ];

    private static readonly Outcome[] SaysDone = [new("404", _ => Reply.Error(404, 400400)), new("code 400316", _ => Reply.Error(400, 400316))];

    protected override int MaxRetries => 3;

    [Test]
    public async Task WithoutABody_RejectedAfterAnUnknownOutcome_IsDone(
        [ValueSource(nameof(Unknown))] Outcome unknown, [ValueSource(nameof(SaysDone))] Outcome done)
    {
        Server.Reply(unknown.Of(Clock), done.Of(Clock));

        await Client.Repeats.DeleteEmptyAsync("a");

        Server.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task WithAnObject_RejectedAfterAnUnknownOutcome_IsDoneAndNull(
        [ValueSource(nameof(Unknown))] Outcome unknown, [ValueSource(nameof(SaysDone))] Outcome done)
    {
        Server.Reply(unknown.Of(Clock), done.Of(Clock));

        var receipt = await Client.Repeats.DeleteObjectAsync("a");

        receipt.Should().BeNull();
        Server.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task FirstAttempt_Rejected_IsAnError([ValueSource(nameof(SaysDone))] Outcome done)
    {
        Server.Reply(done.Of(Clock), done.Of(Clock));

        foreach (var failure in new[] { await RejectionOf(DeleteEmpty), await RejectionOf(DeleteObject) })
        {
            (failure.Attempts, failure.MayHaveSucceeded).Should().Be((1, false));
        }
    }

    [Test]
    public async Task RateLimited_ThenRejected_IsAnErrorAsTheServiceDidNotAct([ValueSource(nameof(SaysDone))] Outcome done)
    {
        Server.Reply(Reply.Error(429, 400311), done.Of(Clock), Reply.Error(429, 400311), done.Of(Clock));

        foreach (var failure in new[] { await RejectionOf(DeleteEmpty), await RejectionOf(DeleteObject) })
        {
            (failure.Attempts, failure.MayHaveSucceeded).Should().Be((2, false));
        }
    }

    [Test]
    public async Task UnknownOutcome_LongBefore_StillCounts()
    {
        Server.Reply(Reply.Reset, Reply.Error(429, 400311), Reply.Empty(503), Reply.Error(404, 400400));

        await DeleteEmpty();

        Server.Requests.Should().HaveCount(4);
    }

    [Test]
    public async Task UnknownOutcome_OfAnotherCall_DoesNotCount()
    {
        Server.Reply(Reply.Reset, Reply.Error(403, 400300), Reply.Error(404, 400400));
        await RejectionOf(DeleteEmpty);

        var failure = await RejectionOf(DeleteEmpty);

        (failure.StatusCode, failure.Attempts).Should().Be((404, 1));
    }

    [Test]
    public async Task RejectedToken_ThenRejected_IsAnError()
    {
        using var client = ClientOf(Renewing());
        Server.Reply(Reply.Error(401, 400100), Reply.Error(404, 400400));

        var failure = await RejectionOf(() => client.Repeats.DeleteEmptyAsync("a"));

        (failure.StatusCode, failure.Attempts).Should().Be((404, 2));
    }

    [Test]
    public async Task RejectedToken_AfterAnUnknownOutcome_DoesNotHideIt()
    {
        using var client = ClientOf(Renewing());
        Server.Reply(Reply.Reset, Reply.Error(401, 400100), Reply.Error(404, 400400));

        await client.Repeats.DeleteEmptyAsync("a");

        Server.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task OtherRejection_AfterAnUnknownOutcome_IsAnErrorThatMayHaveSucceeded()
    {
        Server.Reply(Reply.Reset, Reply.Error(400, 400000), Reply.Reset, Reply.Error(400, 400000));

        foreach (var failure in new[] { await RejectionOf(DeleteEmpty), await RejectionOf(DeleteObject) })
        {
            (failure.StatusCode, failure.Attempts, failure.MayHaveSucceeded).Should().Be((400, 2, true));
        }
    }

    [Test]
    public async Task OperationWithoutTheRule_RejectedAfterAnUnknownOutcome_IsAnError(
        [ValueSource(nameof(Unknown))] Outcome unknown, [ValueSource(nameof(SaysDone))] Outcome done)
    {
        Server.Reply(unknown.Of(Clock), done.Of(Clock));

        var failure = await RejectionOf(() => Client.Repeats.DeleteWithoutRuleAsync("a"));

        (failure.Attempts, failure.MayHaveSucceeded).Should().Be((2, true));
    }

    [Test]
    public async Task UnlessSent_AfterAnUnknownOutcome_IsNotRepeated([ValueSource(nameof(Unknown))] Outcome unknown)
    {
        Server.Reply(unknown.Of(Clock));

        var call = () => Client.Repeats.AddOnceAsync();

        (await call.Should().ThrowAsync<AmityException>()).Which.MayHaveSucceeded.Should().BeTrue();
        Server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task UnlessSent_RateLimited_IsRepeated()
    {
        Server.Reply(Reply.Error(429, 400311));

        await Client.Repeats.AddOnceAsync();

        Server.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Arguments_OfEveryPlace_AreSentWithEachAttempt()
    {
        Server.Reply(Reply.Empty(503), Reply.Empty(503));

        await Client.Headers.PutWithHeadersAsync("key", new() { PreserveEditedAt = true });

        Server.Requests.Should().HaveCount(3)
            .And.OnlyContain(request => request.Headers["x-text"] == "key" && request.Headers["preserve-edited-at"] == "true");
    }

    private Task DeleteEmpty() => Client.Repeats.DeleteEmptyAsync("a");

    private Task DeleteObject() => Client.Repeats.DeleteObjectAsync("a");

    private static async Task<AmityApiException> RejectionOf(Func<Task> call) => (await call.Should().ThrowAsync<AmityApiException>()).Which;

    internal sealed record Outcome(string Name, Func<PromptClock, Reply> Of)
    {
        public override string ToString() => Name;
    }
}
