namespace Amity.Tests.Unit.Retries;

/// <summary>A rejection that says "already done" is a success after an attempt of the same call whose outcome nobody saw, and only then.</summary>
public sealed class DoneAfterRetryTests
{
    private static readonly Fault[] UnknownOutcomes = [Fault.Reset, Fault.AttemptTimeout, Fault.Malformed, Fault.Status(500), Fault.Status(503)];

    [Test]
    public async Task Remove_NotFoundAfterAnUnknownOutcome_IsDone([ValueSource(nameof(UnknownOutcomes))] Fault fault)
    {
        var result = await CallAsync(rooms => rooms.RemoveParticipantAsync("r", new() { ParticipantUserId = "ben" }), fault, Fault.Status(404));

        result.Should().BeNull("the service confirmed it without showing the room");
    }

    [Test]
    public async Task Stop_RejectedAfterAnUnknownOutcome_IsDone([ValueSource(nameof(UnknownOutcomes))] Fault fault, [Values(400, 404)] int status) =>
        (await CallAsync(rooms => rooms.StopRoomAsync("r"), fault, Fault.Status(status))).Should().BeNull();

    [Test]
    public async Task Delete_RejectedAfterAnUnknownOutcome_IsDone([ValueSource(nameof(UnknownOutcomes))] Fault fault, [Values(400, 404)] int status) =>
        await FluentActions.Awaiting(() => CallAsync(rooms => rooms.DeleteRoomAsync("r"), fault, Fault.Status(status))).Should().NotThrowAsync();

    [Test]
    public async Task Delete_UnknownOutcomeLongBefore_IsDone() =>
        await FluentActions.Awaiting(() => CallAsync(rooms => rooms.DeleteRoomAsync("r"), Fault.Reset, Fault.Rejected, Fault.Status(429), Fault.Status(404)))
            .Should().NotThrowAsync();

    [Test]
    public async Task Delete_NotFoundAtOnceOrAfterWhatTheServiceDidNotDo_IsNotFound()
    {
        foreach (var faults in new Fault[][] { [], [Fault.Rejected], [Fault.Dns], [Fault.Status(429)] })
        {
            var act = () => CallAsync(rooms => rooms.DeleteRoomAsync("r"), [.. faults, Fault.Status(404)]);

            var failure = (await act.Should().ThrowAsync<AmityApiException>()).Which;
            failure.Category.Should().Be(AmityErrorCategory.NotFound);
            failure.MayHaveSucceeded.Should().BeFalse();
        }
    }

    [Test]
    public async Task Delete_NotFoundInTheNextCall_IsNotFound()
    {
        var time = new SkippingTime();
        var handler = Script(time, Fault.Reset, Fault.Status(403), Fault.Status(404));
        var rooms = FaultyClient.Rooms(handler, time);
        await rooms.Invoking(client => client.DeleteRoomAsync("r")).Should().ThrowAsync<AmityApiException>();

        var act = () => rooms.DeleteRoomAsync("r");

        (await act.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(404);
    }

    private static Task CallAsync(Func<RoomsClient, Task> call, params Fault[] faults) => CallAsync(
        async rooms =>
        {
            await call(rooms);
            return true;
        },
        faults);

    private static Task<T> CallAsync<T>(Func<RoomsClient, Task<T>> call, params Fault[] faults)
    {
        var time = new SkippingTime();
        return call(FaultyClient.Rooms(Script(time, faults), time));
    }

    private static ScriptedHandler Script(SkippingTime time, params Fault[] faults)
    {
        var handler = new ScriptedHandler();
        foreach (var fault in faults)
        {
            handler.Step((_, cancellationToken) => fault.Play(time, cancellationToken));
        }

        return handler;
    }
}
