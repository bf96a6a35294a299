
namespace Amity.Tests.Unit.Retries;

/// <summary>What is sent again after what: every operation times every failure, counted at the handler.</summary>
public sealed class RetryTableTests
{
    private const string AlwaysRepeated = "always";
    private const string RepeatedWhenSafe = "safe";
    private const string NeverRepeated = "never";

    // Written out here, not read from the library's table.
    private static readonly (Fault Fault, string Repeated)[] Table =
    [
        (Fault.Rejected, AlwaysRepeated),
        (Fault.Dns, AlwaysRepeated),
        (Fault.Status(429), AlwaysRepeated),
        (Fault.Reset, RepeatedWhenSafe),
        (Fault.AttemptTimeout, RepeatedWhenSafe),
        (Fault.Malformed, RepeatedWhenSafe),
        (Fault.Status(408), RepeatedWhenSafe),
        (Fault.Status(500), RepeatedWhenSafe),
        (Fault.Status(502), RepeatedWhenSafe),
        (Fault.Status(503), RepeatedWhenSafe),
        (Fault.Status(504), RepeatedWhenSafe),
        (Fault.Status(400), NeverRepeated),
        (Fault.Status(401), NeverRepeated),
        (Fault.Status(403), NeverRepeated),
        (Fault.Status(404), NeverRepeated),
        (Fault.Status(409), NeverRepeated),
        (Fault.Status(413), NeverRepeated),
        (Fault.Status(422), NeverRepeated),
        (Fault.Tls, NeverRepeated),
        (Fault.SaysFailure, NeverRepeated),
    ];

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Operation_FailingEachTime_IsSentAsOftenAsTheTableSays(OperationCase operation)
    {
        foreach (var (fault, repeated) in Table.Where(row => IsAFailureOf(operation.OperationId, row.Fault)))
        {
            foreach (var maxRetries in new[] { 0, 1, 3 })
            {
                var time = new SkippingTime();
                var handler = new ReactingHandler((_, cancellationToken) => fault.Play(time, cancellationToken));

                var act = () => operation.Call(FaultyClient.Over(handler, time, maxRetries));

                var failure = (await act.Should().ThrowAsync<AmityException>(fault.Name)).Which;
                handler.Requests.Should().HaveCount(IsRepeated(operation.OperationId, fault, repeated) ? maxRetries + 1 : 1, fault.Name);
                failure.Attempts.Should().Be(handler.Requests.Count, fault.Name);
            }
        }
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Operation_FailingOnceAndThenResponded_SendsTheSameRequestAgainAndSucceeds(OperationCase operation)
    {
        var handler = new ScriptedHandler().Response(429, "{}").Response(OperationCall.Success(operation.OperationId));

        await operation.Call(FaultyClient.Over(handler, new SkippingTime()));

        handler.Requests.Should().HaveCount(2);
        handler.Requests[1].Should().BeEquivalentTo(handler.Requests[0]);
    }

    [TestCase("createRoom", "unless-sent")]
    [TestCase("reportWatchTime", "unless-sent")]
    [TestCase("updateRoom", "safe")]
    [TestCase("banViewers", "safe")]
    public void Spec_WritingOperation_SaysWhetherItMayBeRepeated(string operationId, string rule) => RuleOf(operationId).Should().Be(rule);

    [Test]
    public void Spec_ReadingOperations_MayBeRepeated() =>
        Spec.Operations.Keys.Where(id => Spec.Operations[id].Method == "get").Select(RuleOf).Should().NotBeEmpty().And.AllBe("safe");

    private static bool IsRepeated(string operationId, Fault fault, string repeated) => repeated switch
    {
        AlwaysRepeated => true,
        // To a call that waits for a redirect, a page is a response of the wrong status, not a broken one.
        RepeatedWhenSafe => RuleOf(operationId) == "safe" && (fault != Fault.Malformed || Spec.ResultOf(operationId) != ResultKind.Location),
        _ => false,
    };

    private static string RuleOf(string operationId) => OperationCase.RepeatRuleOf(operationId);

    /// <summary>Whether a response that is a success or not JSON fails this operation.</summary>
    private static bool IsAFailureOf(string operationId, Fault fault) =>
        fault == Fault.SaysFailure ? SaysWhetherItSucceeded(operationId)
        : fault != Fault.Malformed || Spec.ResultOf(operationId) is not (ResultKind.Nothing or ResultKind.Text);

    /// <summary>Whether a response of success can lack what the call was for.</summary>
    private static bool SaysWhetherItSucceeded(string operationId) => Spec.Field(operationId, "confirmation") is not null;
}
