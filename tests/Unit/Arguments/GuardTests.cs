namespace Amity.Tests.Unit.Arguments;

/// <summary>Every limit of the spec is checked before anything is sent; a limit that the spec gains without a guard fails here.</summary>
public sealed class GuardTests
{
    private static IEnumerable<string> WithBrokenLimits => TestedBuild.Operations.Where(id => ArgumentAtLimit.BrokenOf(id).Any());

    private static IEnumerable<string> WithKeptLimits => TestedBuild.Operations.Where(id => ArgumentAtLimit.KeptOf(id).Any());

    [TestCaseSource(nameof(WithBrokenLimits))]
    public async Task Operation_LimitBroken_IsRejectedByNameAndNothingIsSent(string operationId)
    {
        foreach (var argument in ArgumentAtLimit.BrokenOf(operationId))
        {
            var handler = new ScriptedHandler();

            var act = () => OperationCall.InvokeAsync(TestClient.Over(handler), operationId, argument.Arguments);

            var exception = (await act.Should().ThrowAsync<ArgumentException>("of {0}", argument)).Which;
            exception.ParamName.Should().Be(argument.Name, "of {0}", argument);
            exception.Message.Should().Contain(argument.Name).And.Contain(argument.Limit);
            handler.Requests.Should().BeEmpty("of {0}", argument);
        }
    }

    [TestCaseSource(nameof(WithKeptLimits))]
    public async Task Operation_LimitKept_IsSent(string operationId)
    {
        foreach (var argument in ArgumentAtLimit.KeptOf(operationId))
        {
            var handler = new ScriptedHandler().Response(OperationCall.Success(operationId));

            await OperationCall.InvokeAsync(TestClient.Over(handler), operationId, argument.Arguments);

            handler.Requests.Should().ContainSingle("of {0}", argument);
        }
    }

    [TestCase("createRoom", "request.Title", "absent")]
    [TestCase("createRoom", "request.Title", "1001 characters")]
    [TestCase("createRoom", "request.Description", "5001 characters")]
    [TestCase("getRoom", "roomId", "51 characters")]
    [TestCase("getRoom", "roomId", "0 characters")]
    [TestCase("getRecordingLocation", "playbackId", "two dots")]
    [TestCase("listRooms", "options.Statuses", "11 items")]
    [TestCase("listRooms", "options.ContinuationToken", "lone high surrogate")]
    [TestCase("listViewerBans", "options.PageSize", "0")]
    [TestCase("listViewerBans", "options.ContinuationToken", "lone high surrogate")]
    [TestCase("banViewers", "request.UserIds", "0 items")]
    [TestCase("unbanViewers", "request.UserIds", "101 items")]
    [TestCase("banViewers", "request.UserIds[1]", "lone high surrogate")]
    [TestCase("reportWatchTime", "request.Rooms[0].SessionId", "51 characters")]
    public void Broken_LimitsOfEveryKind_AreAmongThem(string operationId, string name, string change) =>
        ArgumentAtLimit.BrokenOf(operationId).Should().ContainSingle(argument => argument.Name == name && argument.Change == change);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public async Task ReportWatchTimeAsync_SecondsThatJsonCannotSay_AreRejected(double seconds)
    {
        var handler = new ScriptedHandler();
        var watch = new RoomWatch { RoomId = "r", StartTime = DateTimeOffset.UnixEpoch, EndTime = DateTimeOffset.UnixEpoch, WatchSeconds = seconds };
        var report = new WatchTimeReport { Signature = "s", NonceStr = "n", Timestamp = DateTimeOffset.UnixEpoch, Rooms = [watch] };

        var act = () => TestClient.Rooms(handler).ReportWatchTimeAsync(report);

        (await act.Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().Be("request.Rooms[0].WatchSeconds");
        handler.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task RequestBody_Null_IsRejected()
    {
        var act = () => TestClient.Rooms(new ScriptedHandler()).CreateRoomAsync(null!);

        (await act.Should().ThrowAsync<ArgumentNullException>()).Which.ParamName.Should().Be("request");
    }
}
