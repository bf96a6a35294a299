using System.Net;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Bulk;

/// <summary>Bans and lifts bans of any number of viewers, with an outcome for each.</summary>
[TestFixture("POST")]
[TestFixture("DELETE")]
public sealed class BulkOutcomeTests(string method)
{
    private const string Success = """{"success":true}""";

    private static IEnumerable<TestCaseData> Rejections =>
    [
        new(400, """{"status":"error","code":400000,"message":"Bad request."}"""),
        new(400, "<html>Bad request</html>"),
        new(403, """{"status":"error","code":400306,"message":"Cannot ban."}"""),
    ];

    // Not attributes: those are written as UTF-8, which cannot hold a lone surrogate.
    private static IEnumerable<string?> BadIds => ["", ".", "..", "a\ud83d", new string('x', 51), null];

    private static IEnumerable<TestCaseData> Ends =>
    [
        new(401, """{"status":"error","code":400100}""", BulkOutcome.NotSent),
        new(403, """{"status":"error","code":400301}""", BulkOutcome.NotSent),
        new(403, "<html>Forbidden</html>", BulkOutcome.NotSent),
        new(404, """{"status":"error","code":400400}""", BulkOutcome.NotSent),
        new(422, """{"status":"error","code":500000}""", BulkOutcome.NotSent),
        new(429, """{"status":"error","code":400311}""", BulkOutcome.NotSent),
        new(500, """{"status":"error","code":500000}""", BulkOutcome.Unknown),
        new(502, "<html>Bad gateway</html>", BulkOutcome.Unknown),
        new(200, """{"success":false}""", BulkOutcome.Unknown),
        new(200, "{", BulkOutcome.Unknown),
    ];

    [Test]
    public async Task Bulk_ManyIds_AreCutIntoCallsOfOneHundredInInputOrder()
    {
        var handler = AcceptAll();

        var result = await BulkAsync(handler, Ids(230));

        handler.Requests.Should().OnlyContain(request => request.Method == method && request.Target == "/api/v1/rooms/r/viewer-bans");
        handler.Requests.Select(SentIn).Select(ids => ids.Count).Should().Equal(100, 100, 30);
        handler.Requests.SelectMany(SentIn).Should().Equal(Ids(230));
        result.Items.Select(item => item.Id).Should().Equal(Ids(230));
        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(230);
        result.Remaining.Should().BeEmpty();
        result.Error.Should().BeNull();
    }

    [Test]
    public async Task Bulk_Duplicates_AreSentOnceAtTheirFirstPlace()
    {
        var handler = AcceptAll();

        var result = await BulkAsync(handler, ["b", "a", "b", "A", "a"]);

        SentIn(handler.Requests.Single()).Should().Equal("b", "a", "A");
        result.Items.Select(item => item.Id).Should().Equal("b", "a", "A");
    }

    [Test]
    public async Task Bulk_NoIds_SendsNothing()
    {
        var handler = new ScriptedHandler();

        var result = await BulkAsync(handler, []);

        handler.Requests.Should().BeEmpty();
        result.Items.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Rejections))]
    public async Task Bulk_OneIdOfAHundredRejected_IsFoundByHalving(int status, string body)
    {
        var handler = Reject(status, body, "id37");

        var result = await BulkAsync(handler, Ids(100));

        // 100, [0-49 rejected], [0-24], [25-49 rejected], [25-36], [37-48 rejected], [37-42 rejected], [37-39 rejected], [37 rejected], [38-39], [40-42], [43-48], [50-99].
        handler.Requests.Select(SentIn).Select(ids => (ids[0], ids.Count)).Should().Equal(
            ("id0", 100), ("id0", 50), ("id0", 25), ("id25", 25), ("id25", 12), ("id37", 13), ("id37", 6), ("id37", 3), ("id37", 1), ("id38", 2), ("id40", 3), ("id43", 7), ("id50", 50));
        result.WithOutcome(BulkOutcome.Rejected).Select(item => item.Id).Should().Equal("id37");
        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(99);
        result.Items[37].Error.Should().BeOfType<AmityApiException>().Which.StatusCode.Should().Be(status);
        result.Remaining.Should().BeEmpty();
        result.Error.Should().BeNull();
    }

    [Test]
    public async Task Bulk_RejectedIdsInSeveralCalls_AllStandAloneAndTheRestIsDone()
    {
        string[] rejected = ["id0", "id99", "id100", "id150"];
        var handler = Reject(400, "{}", rejected);

        var result = await BulkAsync(handler, Ids(151));

        result.WithOutcome(BulkOutcome.Rejected).Select(item => item.Id).Should().Equal(rejected);
        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(147);
    }

    [TestCaseSource(nameof(Ends))]
    public async Task Bulk_FailureThatIsNotAboutIds_EndsTheRunWithoutHalving(int status, string body, BulkOutcome outcome)
    {
        var handler = new ScriptedHandler().Response(Success).Response(status, body);

        var result = await BulkAsync(handler, Ids(250));

        handler.Requests.Should().HaveCount(2);
        result.Items.Select(item => item.Outcome).Should().Equal(
            Enumerable.Repeat(BulkOutcome.Done, 100).Concat(Enumerable.Repeat(outcome, 100)).Concat(Enumerable.Repeat(BulkOutcome.NotSent, 50)));
        result.Remaining.Should().Equal(Ids(250).Skip(100));
        result.Error.Should().BeAssignableTo<AmityException>();
    }

    [Test]
    public async Task Bulk_NoResponse_IsUnknownAndTheRestNotSent()
    {
        var handler = new ScriptedHandler().Throw(new HttpRequestException("connection reset"));

        var result = await BulkAsync(handler, Ids(101));

        result.WithOutcome(BulkOutcome.Unknown).Should().HaveCount(100).And.OnlyContain(item => item.Error is AmityTransportException);
        result.WithOutcome(BulkOutcome.NotSent).Select(item => item.Id).Should().Equal("id100");
        result.Error.Should().BeOfType<AmityTransportException>();
    }

    [Test]
    public async Task Bulk_FailureWhileHalving_LeavesTheOtherHalfNotSent()
    {
        var handler = new ScriptedHandler().Response(400, "{}").Response(Success).Response(429, "{}");

        var result = await BulkAsync(handler, Ids(4));

        result.Items.Select(item => item.Outcome).Should().Equal(BulkOutcome.Done, BulkOutcome.Done, BulkOutcome.NotSent, BulkOutcome.NotSent);
    }

    [Test]
    public async Task Bulk_RemainingPassedBackIn_Finishes()
    {
        var handler = new ScriptedHandler().Response(Success).Response(429, "{}").Response(Success).Response(Success);
        var first = await BulkAsync(handler, Ids(250));

        var second = await BulkAsync(handler, first.Remaining);

        second.Remaining.Should().BeEmpty();
        handler.Requests.Skip(2).SelectMany(SentIn).Should().Equal(Ids(250).Skip(100));
    }

    [Test]
    public async Task Bulk_CancelledDuringACall_ThrowsWithTheOutcomes()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new ScriptedHandler().Response(Success).Step(async (_, cancellationToken) =>
        {
            await cancellation.CancelAsync();
            return await Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        });

        var act = () => BulkAsync(handler, Ids(201), cancellation.Token);

        var exception = (await act.Should().ThrowAsync<BulkCanceledException>()).Which;
        exception.CancellationToken.Should().Be(cancellation.Token);
        exception.Result.WithOutcome(BulkOutcome.Done).Should().HaveCount(100);
        exception.Result.WithOutcome(BulkOutcome.Unknown).Should().HaveCount(100);
        exception.Result.WithOutcome(BulkOutcome.NotSent).Should().HaveCount(1);
    }

    [Test]
    public async Task Bulk_CancelledBefore_ThrowsWithEverythingNotSent()
    {
        var handler = new ScriptedHandler();

        var act = () => BulkAsync(handler, Ids(3), new CancellationToken(canceled: true));

        (await act.Should().ThrowAsync<BulkCanceledException>()).Which.Result.Remaining.Should().Equal(Ids(3));
        handler.Requests.Should().BeEmpty();
    }

    [TestCaseSource(nameof(BadIds))]
    public async Task Bulk_BadIdLateInTheList_IsRejectedByItsIndexBeforeAnythingIsSent(string? id)
    {
        var handler = new ScriptedHandler();

        var act = () => BulkAsync(handler, [.. Ids(150), id!]);

        (await act.Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().Be("userIds[150]");
        handler.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Bulk_NullListOrBadRoom_IsRejected()
    {
        var handler = new ScriptedHandler();
        var rooms = TestClient.Rooms(handler);

        await rooms.Invoking(r => r.BulkBanViewersAsync("r", (IEnumerable<string>)null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("userIds");
        await rooms.Invoking(r => r.BulkUnbanViewersAsync("..", [])).Should().ThrowAsync<ArgumentException>().WithParameterName("roomId");
        handler.Requests.Should().BeEmpty();
    }

    private static IReadOnlyList<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(i => $"id{i}")];

    private static IReadOnlyList<string> SentIn(RecordedRequest request) => [.. JObject.Parse(request.Body!)["userIds"]!.Select(id => (string)id!)];

    private static ScriptedHandler AcceptAll() => new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json((int)HttpStatusCode.OK, Success));

    private static ScriptedHandler Reject(int status, string body, params string[] ids) => new ScriptedHandler().ResponseTheRest(request =>
        SentIn(request).Intersect(ids).Any() ? ScriptedHandler.Json(status, body) : ScriptedHandler.Json(200, Success));

    private Task<BulkResult> BulkAsync(ScriptedHandler handler, IEnumerable<string> ids, CancellationToken cancellationToken = default) => method == "POST"
        ? TestClient.Rooms(handler).BulkBanViewersAsync("r", ids, cancellationToken: cancellationToken)
        : TestClient.Rooms(handler).BulkUnbanViewersAsync("r", ids, cancellationToken: cancellationToken);
}
