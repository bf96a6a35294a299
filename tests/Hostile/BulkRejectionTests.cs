using System.Text.Json.Nodes;

namespace Amity.Tests.Hostile;

/// <summary>What is wrong with single ids of a bulk call is found; what is wrong with all of them is not asked again and again.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class BulkRejectionTests
{
    /// <summary>Most requests that are spent on a batch of which nothing was accepted.</summary>
    private const int Budget = 16;

    private static readonly (int Status, string Body)[] Rejections =
    [
        (400, """{"status":"error","code":400000,"message":"Bad request."}"""),
        (403, """{"status":"error","code":400306,"message":"Cannot ban."}"""),
        (400, "<html>Bad request</html>"),
    ];

    private static readonly int[][] FewBad = [[0], [50], [99], [0, 1], [0, 99], [49, 50]];

    private static readonly int[] OneGood = [0, 57, 99];

    [Test]
    public async Task Bulk_AllRejectedAlike_EndsWithinTheBudget(
        [ValueSource(nameof(Rejections))] (int Status, string Body) rejection, [Values] bool lift)
    {
        await using var server = Rejecting(rejection, _ => true);
        using var client = Clients.Of(server);

        var result = await RunAsync(client, Ids(100), lift);

        server.Requests.Should().BeLessThanOrEqualTo(Budget);
        result.Error.Should().BeAssignableTo<AmityApiException>().Which.StatusCode.Should().Be(rejection.Status);
        var rejected = result.WithOutcome(BulkOutcome.Rejected).ToList();
        rejected.Should().NotBeEmpty().And.OnlyContain(item => item.Error is AmityApiException);
        result.WithOutcome(BulkOutcome.NotSent).Should().HaveCount(100 - rejected.Count);
    }

    [Test]
    public async Task Bulk_AllRejectedAlike_RepeatedCallsWithTheRemainingIdsEnd()
    {
        await using var server = Rejecting(Rejections[0], _ => true);
        using var client = Clients.Of(server, options => options.RateLimiting = false);
        var rejected = 0;
        var runs = 0;

        for (IReadOnlyList<string> remaining = Ids(100); remaining.Count > 0; runs++)
        {
            var result = await client.Rooms.BulkBanViewersAsync("r", remaining);
            rejected += result.WithOutcome(BulkOutcome.Rejected).Count();
            result.Remaining.Count.Should().BeLessThan(remaining.Count, "each run settles at least one id");
            remaining = result.Remaining;
        }

        rejected.Should().Be(100);
        server.Requests.Should().BeLessThanOrEqualTo(runs * Budget);
    }

    [Test]
    public async Task Bulk_ThousandIdsAllRejectedAlike_AreNotAskedOneByOne([Values(1, 100)] int concurrency)
    {
        await using var server = Rejecting(Rejections[0], _ => true);
        using var client = Clients.Of(server, options =>
        {
            options.RateLimiting = false;
            options.BulkConcurrency = concurrency;
        });

        var result = await client.Rooms.BulkBanViewersAsync("r", Ids(1_000));

        // Of the calls under way at once only one batch is split: it shows what the others would.
        server.Requests.Should().BeLessThan(Budget + Math.Min(concurrency, 10));
        result.Error.Should().NotBeNull();
        result.WithOutcome(BulkOutcome.Unknown).Should().BeEmpty();
        result.Remaining.Should().HaveCountLessThan(1_000);
    }

    [TestCaseSource(nameof(FewBad))]
    public async Task Bulk_FewOfAHundredRejected_TheOthersAreDone(params int[] bad)
    {
        var badIds = bad.Select(index => $"id{index}").ToHashSet();
        await using var server = Rejecting(Rejections[0], badIds.Contains);
        using var client = Clients.Of(server);

        var result = await client.Rooms.BulkBanViewersAsync("r", Ids(100));

        result.Error.Should().BeNull();
        result.WithOutcome(BulkOutcome.Rejected).Select(item => item.Id).Should().BeEquivalentTo(badIds);
        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(100 - bad.Length);
    }

    [TestCaseSource(nameof(OneGood))]
    public async Task Bulk_AllButOneRejected_RepeatedCallsFindTheOne(int good)
    {
        await using var server = Rejecting(Rejections[0], id => id != $"id{good}");
        using var client = Clients.Of(server, options => options.RateLimiting = false);
        var done = new List<string>();
        var rejected = 0;
        var runs = 0;

        for (IReadOnlyList<string> remaining = Ids(100); remaining.Count > 0; runs++)
        {
            var result = await client.Rooms.BulkBanViewersAsync("r", remaining);
            done.AddRange(result.WithOutcome(BulkOutcome.Done).Select(item => item.Id));
            rejected += result.WithOutcome(BulkOutcome.Rejected).Count();
            result.Remaining.Count.Should().BeLessThan(remaining.Count, "each run settles at least one id");
            remaining = result.Remaining;
        }

        done.Should().Equal($"id{good}");
        rejected.Should().Be(99);
        // One run may split all of its ids, the one in which some were accepted.
        server.Requests.Should().BeLessThanOrEqualTo((runs * Budget) + 200);
    }

    [Test]
    public async Task Bulk_RejectionsThatDiffer_AreAboutTheIds()
    {
        await using var server = RawServer.Responding(request =>
            RawResponse.Json(400, $$"""{"code":400000,"message":"{{IdsOf(request)[^1]}} is no user"}"""));
        using var client = Clients.Of(server, options => options.RateLimiting = false);

        var result = await client.Rooms.BulkBanViewersAsync("r", Ids(100));

        result.Error.Should().BeNull();
        result.WithOutcome(BulkOutcome.Rejected).Should().HaveCount(100);
    }

    private static Task<BulkResult> RunAsync(AmityClient client, IReadOnlyList<string> ids, bool lift) =>
        lift ? client.Rooms.BulkUnbanViewersAsync("r", ids) : client.Rooms.BulkBanViewersAsync("r", ids);

    private static RawServer Rejecting((int Status, string Body) rejection, Func<string, bool> isBad) => RawServer.Responding(request =>
        IdsOf(request).Any(isBad) ? RawResponse.Json(rejection.Status, rejection.Body) : RawResponse.Json(200, """{"success":true}"""));

    private static List<string> IdsOf(RawRequest request) =>
        [.. JsonNode.Parse(request.Body)!["userIds"]!.AsArray().Select(id => (string)id!)];

    private static List<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(index => $"id{index}")];
}
