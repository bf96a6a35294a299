using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.Bulk;

/// <summary>A bulk call that is cut off or cancelled hands over what became of every id; running what remains ends where one clean run does.</summary>
[TestFixture(true)]
[TestFixture(false)]
public sealed class BulkFaultTests(bool ban)
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 450).Select(i => $"id{i}")];
    private static readonly string[] RejectedIds = ["id7", "id101", "id449"];

    private static IEnumerable<TestCaseData> CutOff =>
        from call in Enumerable.Range(0, 5)
        from failure in Enum.GetValues<BulkLedger.Failure>()
        where failure != BulkLedger.Failure.None
        select new TestCaseData(call, (int)failure).SetArgDisplayNames($"call {call}", $"{failure}");

    [TestCaseSource(nameof(CutOff))]
    public async Task Bulk_CutOffAtAnyCall_SaysWhatBecameOfEveryId(int call, int failure)
    {
        var kind = (BulkLedger.Failure)failure;
        var ledger = Ledger([.. Enumerable.Repeat(BulkLedger.Failure.None, call), kind]);

        var result = await RunAsync(ledger, Ids, maxRetries: 0);

        var expected = kind is BulkLedger.Failure.ConnectionRefused or BulkLedger.Failure.RateLimited ? BulkOutcome.NotSent : BulkOutcome.Unknown;
        var cut = Math.Min(100, Ids.Length - (call * 100));
        result.Items.Select(item => item.Outcome).Should().Equal(
            Enumerable.Repeat(BulkOutcome.Done, call * 100).Concat(Enumerable.Repeat(expected, cut)).Concat(Enumerable.Repeat(BulkOutcome.NotSent, Ids.Length - (call * 100) - cut)));
        result.Error.Should().NotBeNull();
        result.Remaining.Should().Equal(Ids.Skip(call * 100));
        CheckTruth(result, ledger);
    }

    [Test]
    public void Bulk_RemainingRunUntilNothingIsLeft_EndsWhereOneCleanRunDoes() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(TestedBuild.Variants(60)),
            Prop.ForAll(
                Arb.From(Gen.Zip(Gen.ArrayOf(Gen.Elements(Enum.GetValues<BulkLedger.Failure>()), 25), Gen.Choose(0, 2))),
                run => FinishAsync(run.Item1, run.Item2).GetAwaiter().GetResult()));

    [Test]
    public async Task Bulk_CancelledWhileItsTurnIsAwaited_IsNotSent()
    {
        var time = new FakeTimeProvider();
        var ledger = Ledger([]);
        var credential = AmityCredential.Bearer("t", new AmityRateLimit(2, timeProvider: time));
        var options = FaultyClient.Options(ledger.Handler, time);
        options.RateLimiting = true;
        using var client = new AmityClient(TestClient.Address, credential, options);

        var result = await CancelledAsync(client.Rooms, ledger);

        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(200);
        result.WithOutcome(BulkOutcome.NotSent).Should().HaveCount(250);
    }

    [Test]
    public async Task Bulk_CancelledWhileItWaitsAfterA429_IsNotSent()
    {
        // Nothing of this call was acted on: the service said so, and nothing is on its way.
        var ledger = Ledger([BulkLedger.Failure.None, BulkLedger.Failure.RateLimited]);
        using var client = FaultyClient.Over(ledger.Handler, new FakeTimeProvider());

        var result = await CancelledAsync(client.Rooms, ledger);

        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(100);
        result.WithOutcome(BulkOutcome.NotSent).Should().HaveCount(350);
    }

    [Test]
    public async Task Bulk_CancelledWhileItWaitsAfterAReset_IsUnknown()
    {
        var ledger = Ledger([BulkLedger.Failure.ResetAfter]);
        using var client = FaultyClient.Over(ledger.Handler, new FakeTimeProvider());

        var result = await CancelledAsync(client.Rooms, ledger);

        result.WithOutcome(BulkOutcome.Unknown).Should().HaveCount(100);
        result.WithOutcome(BulkOutcome.NotSent).Should().HaveCount(350);
    }

    private async Task FinishAsync(BulkLedger.Failure[] plan, int maxRetries)
    {
        var ledger = Ledger(plan, RejectedIds);
        IReadOnlyList<string> remaining = Ids;
        var rejected = new List<string>();
        var unknown = new HashSet<string>();
        // Each run uses up a part of the plan, so this many are enough.
        for (var run = 0; run <= plan.Length && remaining.Count > 0; run++)
        {
            var result = await RunAsync(ledger, remaining, maxRetries);
            CheckTruth(result, ledger, unknown);
            unknown.UnionWith(result.WithOutcome(BulkOutcome.Unknown).Select(item => item.Id));
            rejected.AddRange(result.WithOutcome(BulkOutcome.Rejected).Select(item => item.Id));
            remaining = result.Remaining;
        }

        remaining.Should().BeEmpty();
        rejected.Should().BeEquivalentTo(RejectedIds);
        ledger.Banned.Should().BeEquivalentTo(ban ? Ids.Except(RejectedIds) : RejectedIds);
    }

    /// <summary>Nobody is reported done who is not, and nobody untouched who was changed, other than by an earlier run that did not know.</summary>
    private void CheckTruth(BulkResult result, BulkLedger ledger, HashSet<string>? unknownBefore = null)
    {
        result.WithOutcome(BulkOutcome.Done).Where(item => ledger.Banned.Contains(item.Id) != ban).Should().BeEmpty();
        result.WithOutcome(BulkOutcome.NotSent).Concat(result.WithOutcome(BulkOutcome.Rejected))
            .Where(item => ledger.Banned.Contains(item.Id) == ban && unknownBefore?.Contains(item.Id) != true).Should().BeEmpty();
    }

    private BulkLedger Ledger(IEnumerable<BulkLedger.Failure> plan, IEnumerable<string>? rejected = null) => new(plan, ban ? [] : Ids, rejected);

    private async Task<BulkResult> CancelledAsync(RoomsClient rooms, BulkLedger ledger)
    {
        var run = BulkAsync(rooms, Ids, ledger.Cancellation.Token);
        run.IsCompleted.Should().BeFalse();
        await ledger.Cancellation.CancelAsync();
        var result = (await run.Invoking(r => r).Should().ThrowAsync<BulkCanceledException>()).Which.Result;
        CheckTruth(result, ledger);
        return result;
    }

    private async Task<BulkResult> RunAsync(BulkLedger ledger, IReadOnlyList<string> ids, int maxRetries)
    {
        using var cancellation = new CancellationTokenSource();
        ledger.Cancellation = cancellation;
        try
        {
            return await BulkAsync(FaultyClient.Rooms(ledger.Handler, new SkippingTime(), maxRetries), ids, cancellation.Token);
        }
        catch (BulkCanceledException exception)
        {
            return exception.Result;
        }
    }

    private Task<BulkResult> BulkAsync(RoomsClient rooms, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        ban ? rooms.BulkBanViewersAsync("r", ids, cancellationToken: cancellationToken) : rooms.BulkUnbanViewersAsync("r", ids, cancellationToken: cancellationToken);
}
