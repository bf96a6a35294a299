using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using NSubstitute;

namespace Amity.Tests.Unit.Bulk;

/// <summary>A bulk run whose outcomes are enumerated while its ids are still being sent.</summary>
public sealed class BulkStreamingTests
{
    private const string Success = """{"success":true}""";
    private const int Concurrency = 4;

    private HeldService _service = null!;
    private CancellationTokenSource _cancellation = null!;

    [SetUp]
    public void Start() => (_service, _cancellation) = (new HeldService(), new CancellationTokenSource());

    [TearDown]
    public void Stop()
    {
        _service.Dispose();
        _cancellation.Dispose();
    }

    [Test]
    public void Run_NotEnumerated_SendsNothingAndTakesNoId()
    {
        var taken = 0;

        _ = Rooms().BulkBanViewersStreamingAsync("r", Ids(1000).Select(id => id + ++taken));

        taken.Should().Be(0);
        _service.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Run_EnumeratedTwice_RunsTwice()
    {
        var handler = AcceptAll();
        var run = Rooms(handler).BulkBanViewersStreamingAsync("r", ["a", "b"]);

        (await run.ToListAsync()).Should().OnlyContain(item => item.Outcome == BulkOutcome.Done).And.HaveCount(2);
        (await run.ToListAsync()).Should().HaveCount(2);

        handler.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Outcomes_RespondedInAnyOrder_AreHandedOverInTheOrderOfTheInput([Range(0, 4)] int seed)
    {
        var random = new Random(seed);
        var run = Rooms(concurrency: 10).BulkBanViewersStreamingAsync("r", Ids(1000)).ToListAsync().AsTask();
        _service.Requests.Should().HaveCount(10);

        foreach (var request in _service.Requests.OrderBy(_ => random.Next()))
        {
            request.Succeed(Success);
        }

        (await run).Select(item => item.Id).Should().Equal(Ids(1000));
    }

    [Test]
    public async Task Outcomes_OfTheFirstCall_AreHandedOverWhileOthersAreUnderWay()
    {
        await using var run = Rooms().BulkBanViewersStreamingAsync("r", Ids(1000)).GetAsyncEnumerator(_cancellation.Token);
        var first = run.MoveNextAsync();
        first.IsCompleted.Should().BeFalse();

        InOrder(0).Succeed(Success);

        (await first).Should().BeTrue();
        run.Current.Should().BeEquivalentTo(new { Id = "id0", Outcome = BulkOutcome.Done });
        await _cancellation.CancelAsync();
    }

    [Test]
    public async Task Input_WithASlowService_IsTakenOnlyAsFarAsItIsUnderWay()
    {
        var taken = 0;
        await using var run = Rooms().BulkBanViewersStreamingAsync("r", Ids(100_000).Select(id => id + (++taken < 0 ? "!" : null)))
            .GetAsyncEnumerator(_cancellation.Token);

        var first = run.MoveNextAsync();

        _service.Requests.Should().HaveCount(Concurrency);
        taken.Should().BeLessThanOrEqualTo(((2 * Concurrency) + 1) * 100);
        await _cancellation.CancelAsync();
        (await first).Should().BeTrue();
    }

    [Test]
    public async Task Input_WithASlowCaller_IsTakenOnlyAsFarAsItIsUnderWay()
    {
        var taken = 0;
        await using var run = Rooms(AcceptAll()).BulkBanViewersStreamingAsync("r", Ids(100_000).Select(id => id + (++taken < 0 ? "!" : null)))
            .GetAsyncEnumerator();

        for (var handedOver = 1; handedOver <= 500; handedOver++)
        {
            (await run.MoveNextAsync()).Should().BeTrue();
            (taken - handedOver).Should().BeLessThanOrEqualTo(((2 * Concurrency) + 2) * 100);
        }
    }

    [Test]
    public async Task Outcomes_OfASlowSequence_AreHandedOverAsSoonAsTheyAreThere()
    {
        var taken = 0;
        await using var run = Rooms(AcceptAll()).BulkBanViewersStreamingAsync("r", Ids(100_000).Select(id => id + (++taken < 0 ? "!" : null)))
            .GetAsyncEnumerator();

        await run.MoveNextAsync();

        taken.Should().BeLessThanOrEqualTo(300);
    }

    [Test]
    public async Task Input_ThatIsAsynchronous_IsSentInWholeCalls()
    {
        var input = Channel.CreateUnbounded<string>();
        var run = Rooms().BulkBanViewersStreamingAsync("r", input.Reader.ReadAllAsync()).ToListAsync().AsTask();
        foreach (var id in Ids(150))
        {
            input.Writer.TryWrite(id);
        }

        await _service.WaitForAsync(1);
        InOrder(0).Succeed(Success);
        input.Writer.Complete();
        await _service.WaitForAsync(2);
        InOrder(1).Succeed(Success);

        (await run).Select(item => item.Id).Should().Equal(Ids(150));
        _service.Requests.Select(request => SentIn(request).Count).Should().Equal(100, 50);
    }

    [Test]
    public async Task Duplicates_WithinTheWindow_AreSentAndHandedOverOnce()
    {
        var handler = AcceptAll();

        var items = await Rooms(handler).BulkBanViewersStreamingAsync("r", ["a", "b", "a", "c", "a"], new BulkOptions { DuplicateWindow = 2 }).ToListAsync();

        // With c the first a has left the window of two.
        items.Select(item => item.Id).Should().Equal("a", "b", "c", "a");
        SentIn(handler.Requests.Single().Body!).Should().Equal("a", "b", "c", "a");
    }

    [Test]
    public async Task Duplicates_WithoutAWindow_AreSentAsTheyCome()
    {
        var items = await Rooms(AcceptAll()).BulkBanViewersStreamingAsync("r", ["a", "a"], new BulkOptions { DuplicateWindow = 0 }).ToListAsync();

        items.Should().HaveCount(2);
    }

    [TestCase(-1)]
    [TestCase(10_000_001)]
    public void DuplicateWindow_OutsideOfItsLimit_IsRejectedAtOnce(int window)
    {
        var act = () => Rooms().BulkBanViewersStreamingAsync("r", ["a"], new BulkOptions { DuplicateWindow = window });

        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("options.DuplicateWindow").WithMessage("*0 to 10000000*");
    }

    [Test]
    public async Task Id_OutsideOfItsLimit_IsRejectedWithoutBeingSentAndTheOthersGoOn()
    {
        var handler = AcceptAll();
        string[] ids = ["a", new('x', 51), "b", string.Empty, ".."];

        var items = await Rooms(handler).BulkBanViewersStreamingAsync("r", ids).ToListAsync();

        SentIn(handler.Requests.Single().Body!).Should().Equal("a", "b");
        items.Select(item => item.Id).Should().Equal(ids);
        items.Select(item => item.Outcome).Should().Equal(
            BulkOutcome.Done, BulkOutcome.Rejected, BulkOutcome.Done, BulkOutcome.Rejected, BulkOutcome.Rejected);
        items[1].Error.Should().BeOfType<ArgumentException>().Which.Message.Should().Contain("userIds[1] has 51 characters; the limit is 1 to 50");
        items[4].Error!.Message.Should().Contain("userIds[4]");
        items[1].Reason!.Message.Should().Contain("userIds[1] has 51 characters");
    }

    [Test]
    public async Task Id_ThatIsMissing_EndsTheRunWithTheOutcomesOfThoseBefore()
    {
        var items = new List<BulkItem>();
        var act = () => CollectAsync(Rooms(AcceptAll()).BulkBanViewersStreamingAsync("r", ["a", null!, "b"]), items);

        (await act.Should().ThrowAsync<ArgumentNullException>()).WithMessage("*userIds[1] is null*");

        items.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = "a", Outcome = BulkOutcome.Done });
    }

    [Test]
    public async Task Failure_OfACall_IsThrownOnceEveryIdIsHandedOver()
    {
        var items = new List<BulkItem>();
        var run = CollectAsync(Rooms().BulkBanViewersStreamingAsync("r", Ids(2000)), items);
        InOrder(1).Reply(404, """{"status":"error","code":400400}""");
        foreach (var call in new[] { 0, 2, 3 })
        {
            InOrder(call).Succeed(Success);
        }

        (await run.Awaiting(r => r).Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(404);

        _service.Requests.Should().HaveCount(Concurrency);
        items.Select(item => item.Id).Should().Equal(Ids(2000));
        OutcomesOf(items).Should().Equal(
            [BulkOutcome.Done, BulkOutcome.NotSent, BulkOutcome.Done, BulkOutcome.Done, .. Enumerable.Repeat(BulkOutcome.NotSent, 16)]);
    }

    [Test]
    public async Task Failure_WithAnInputThatNeverEnds_TakesNoMoreOfIt()
    {
        var items = new List<BulkItem>();
        var handler = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(401, "{}"));
        var act = () => CollectAsync(Rooms(handler).BulkBanViewersStreamingAsync("r", EndlessAsync()), items);

        (await act.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(401);

        items.Should().NotBeEmpty().And.OnlyContain(item => item.Outcome == BulkOutcome.NotSent);
        items.Should().HaveCountLessThan(10_000);
    }

    [Test]
    public async Task Failure_OfTheInput_IsThrownOnceTheIdsBeforeAreHandedOver()
    {
        var items = new List<BulkItem>();
        var act = () => CollectAsync(Rooms(AcceptAll()).BulkBanViewersStreamingAsync("r", Broken()), items);

        await act.Should().ThrowAsync<InvalidDataException>().WithMessage("row 150");

        items.Select(item => item.Id).Should().Equal(Ids(150));
        items.Should().OnlyContain(item => item.Outcome == BulkOutcome.Done);

        static IEnumerable<string> Broken()
        {
            foreach (var id in Ids(150))
            {
                yield return id;
            }

            throw new InvalidDataException("row 150");
        }
    }

    [Test]
    public async Task Failure_OfTheInputAsItIsLeft_LosesNoOutcome()
    {
        var result = await Rooms(AcceptAll()).BulkBanViewersAsync("r", new Input { OnDispose = () => throw new IOException("closed") });

        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(150);
        result.Error.Should().BeOfType<IOException>();
    }

    [Test]
    public async Task Failure_OfTheInputAsItIsOpened_IsThatOfTheRun()
    {
        var result = await Rooms().BulkBanViewersAsync("r", new Input { OnOpen = _ => throw new IOException("no such file") });

        result.Items.Should().BeEmpty();
        result.Error.Should().BeOfType<IOException>();
    }

    [Test]
    public async Task Failure_OfWhatTheInputRegisteredOnItsToken_LosesNoOutcome()
    {
        var items = new List<BulkItem>();
        var handler = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(401, "{}"));
        var input = new Input { OnOpen = token => token.Register(() => throw new IOException("callback")) };
        var act = () => CollectAsync(Rooms(handler).BulkBanViewersStreamingAsync("r", input), items);

        (await act.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(401);

        items.Should().NotBeEmpty();
    }

    [Test]
    public async Task Failure_OfAnInputThatIsLeftLate_IsObserved()
    {
        var hanging = new TaskCompletionSource();
        var input = new Input { Hang = hanging.Task, OnDispose = () => throw new IOException("late") };
        var run = Rooms().BulkBanViewersStreamingAsync("r", input, cancellationToken: _cancellation.Token).ToListAsync();
        await input.IsHanging.Task;
        await _cancellation.CancelAsync();
        await run.Awaiting(r => r.AsTask()).Should().ThrowAsync<OperationCanceledException>();
        var unobserved = new ConcurrentQueue<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, e) => unobserved.Enqueue(e.Exception.GetBaseException().Message);
        TaskScheduler.UnobservedTaskException += watch;

        hanging.SetResult();
        await input.IsLeft.Task;

        // Noticed when their tasks are finalised.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= watch;
        unobserved.Should().NotContain("late");
    }

    [Test]
    public async Task Cancellation_OfTheCallOrTheEnumeration_NamesTheTokenThatWasCancelled([Values] bool isOfTheCall)
    {
        using var other = new CancellationTokenSource();
        var (ofCall, ofEnumeration) = isOfTheCall ? (_cancellation, other) : (other, _cancellation);
        var run = CollectAsync(
            Rooms().BulkBanViewersStreamingAsync("r", Ids(100), cancellationToken: ofCall.Token), [], ofEnumeration.Token);

        await _cancellation.CancelAsync();

        (await run.Awaiting(r => r).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(_cancellation.Token);
    }

    [Test]
    public async Task Cancellation_OfASequence_HandsOverEveryIdAndIsThrownAtTheEnd()
    {
        var items = new List<BulkItem>();
        var run = CollectAsync(Rooms().BulkBanViewersStreamingAsync("r", Ids(2000), cancellationToken: _cancellation.Token), items);
        InOrder(0).Succeed(Success);

        await _cancellation.CancelAsync();

        (await run.Awaiting(r => r).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(_cancellation.Token);
        items.Select(item => item.Id).Should().Equal(Ids(2000));
        OutcomesOf(items).Should().Equal(
            [BulkOutcome.Done, .. Enumerable.Repeat(BulkOutcome.Unknown, 4), .. Enumerable.Repeat(BulkOutcome.NotSent, 15)]);
    }

    [Test]
    public async Task Cancellation_OfAnInputThatNeverComes_EndsTheRunWithWhatHadCome()
    {
        var items = new List<BulkItem>();
        var reached = new TaskCompletionSource();
        var run = CollectAsync(Rooms().BulkBanViewersStreamingAsync("r", HangingAsync(120, reached), cancellationToken: _cancellation.Token), items);
        await reached.Task;
        await _service.WaitForAsync(1);

        await _cancellation.CancelAsync();

        await run.Awaiting(r => r).Should().ThrowAsync<OperationCanceledException>();
        items.Select(item => item.Id).Should().Equal(Ids(120));
        items.Take(100).Should().OnlyContain(item => item.Outcome == BulkOutcome.Unknown);
        items.Skip(100).Should().OnlyContain(item => item.Outcome == BulkOutcome.NotSent);
    }

    [Test]
    public async Task Abandoned_WithCallsUnderWay_WaitsForThemAndReportsEveryIdThatWasTaken()
    {
        var reported = new Reported();
        var taken = 0;
        var run = Rooms().BulkBanViewersStreamingAsync("r", Ids(5000).Select(id => id + (++taken < 0 ? "!" : null)), new BulkOptions { Progress = reported })
            .GetAsyncEnumerator();
        var first = run.MoveNextAsync();
        InOrder(0).Succeed(Success);
        await first;

        var leaving = run.DisposeAsync().AsTask();
        leaving.IsCompleted.Should().BeFalse("calls are under way");
        while (!leaving.IsCompleted)
        {
            RespondToAll();
            await Task.Yield();
        }

        var sent = _service.Requests.Count;
        sent.Should().BeInRange(Concurrency, Concurrency + 1, "one response makes room for one");
        reported.Items.Should().HaveCount(taken).And.OnlyHaveUniqueItems(item => item.Id);
        reported.Items.Where(item => item.Outcome == BulkOutcome.Done).Should().HaveCount(sent * 100);
        reported.Items.Where(item => item.Outcome == BulkOutcome.NotSent).Should().HaveCount(taken - (sent * 100));
    }

    [Test]
    public async Task Abandoned_WithCallsThatWaitForTheRateLimit_SendsThemNoMore()
    {
        var options = new AmityClientOptions { Handler = _service, MaxRetries = 0, BulkConcurrency = 10 };
        using var rateLimit = new AmityRateLimit(requests: 2, window: TimeSpan.FromHours(1));
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer(TestClient.Token, rateLimit), options);
        var run = client.Rooms.BulkBanViewersStreamingAsync("r", Ids(5000)).GetAsyncEnumerator();
        var first = run.MoveNextAsync();
        await _service.WaitForAsync(2);
        InOrder(0).Succeed(Success);
        (await first).Should().BeTrue();

        var leaving = run.DisposeAsync().AsTask();
        InOrder(1).Succeed(Success);
        await leaving;

        _service.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Failure_WithCallsThatWaitForAConnection_SendsThemNoMore()
    {
        await using var server = RawServer.Responding("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false };
        var options = new AmityClientOptions { Handler = handler, MaxRetries = 0, RateLimiting = false, BulkConcurrency = 10 };
        using var client = new AmityClient(server.Address, AmityCredential.Bearer(TestClient.Token), options);

        var result = await client.Rooms.BulkBanViewersAsync("r", Ids(1000));

        result.Error.Should().BeOfType<AmityApiException>().Which.StatusCode.Should().Be(404);
        result.Items.Should().HaveCount(1000);
        server.Requests.Should().BeLessThanOrEqualTo(2, "the next one may be on its way when the rejection is read");
        result.WithOutcome(BulkOutcome.NotSent).Count().Should().BeGreaterThanOrEqualTo(900);
    }

    [Test]
    public async Task Failure_WithACallThatWaitsToBeSentAgain_EndsItsWaitAndKeepsItsFailure()
    {
        var time = new FakeTimeProvider();
        var options = new AmityClientOptions { Handler = _service, MaxRetries = 3, RateLimiting = false, BulkConcurrency = 2, TimeProvider = time };
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer(TestClient.Token), options);
        var run = client.Rooms.BulkBanViewersAsync("r", Ids(200));
        InOrder(0).Reply(503, "{}");

        InOrder(1).Reply(404, "{}");

        var result = await run;
        result.Error.Should().BeOfType<AmityApiException>().Which.StatusCode.Should().Be(404);
        result.Items[0].Outcome.Should().Be(BulkOutcome.Unknown);
        result.Items[0].Reason!.StatusCode.Should().Be(503);
        _service.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Failure_WithAnAsynchronousInputThatIsAlwaysThere_TakesNoMoreOfIt()
    {
        var items = new List<BulkItem>();
        var input = new Input { Count = 100_000 };
        var run = CollectAsync(Rooms().BulkBanViewersStreamingAsync("r", input), items);
        var taken = input.Taken;

        InOrder(1).Reply(404, "{}");
        foreach (var call in new[] { 0, 2, 3 })
        {
            InOrder(call).Succeed(Success);
        }

        await run.Awaiting(r => r).Should().ThrowAsync<AmityApiException>();
        input.Taken.Should().BeLessThanOrEqualTo(taken + 100);
        items.Should().HaveCount(input.Taken);
    }

    [Test]
    public async Task Failure_OfTheLogAfterASuccess_LosesNoOutcome([Values("BulkEnded", "Responded")] string message)
    {
        var logger = Substitute.For<ILogger>();
        logger.IsEnabled(default).ReturnsForAnyArgs(true);
        logger.WhenForAnyArgs(log => log.Log(default, default, default(object)!, default, default!)).Do(call =>
        {
            if (call.Arg<EventId>().Name == message)
            {
                throw new InvalidOperationException("log");
            }
        });
        var loggers = Substitute.For<ILoggerFactory>();
        loggers.CreateLogger(default!).ReturnsForAnyArgs(logger);
        var options = new AmityClientOptions { Handler = AcceptAll(), LoggerFactory = loggers };
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer(TestClient.Token), options);

        var result = await client.Rooms.BulkBanViewersAsync("r", ["a", "b"]);

        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(2);
        result.Error.Should().BeOfType<InvalidOperationException>();
    }

    [Test]
    public async Task Failure_WithCallsThatWaitForTheRateLimit_SendsThemNoMore()
    {
        var items = new List<BulkItem>();
        var options = new AmityClientOptions { Handler = _service, MaxRetries = 0, BulkConcurrency = 10 };
        using var rateLimit = new AmityRateLimit(requests: 1, window: TimeSpan.FromHours(1));
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer(TestClient.Token, rateLimit), options);
        var run = CollectAsync(client.Rooms.BulkBanViewersStreamingAsync("r", Ids(1000)), items);
        await _service.WaitForAsync(1);

        _service.Requests[0].Reply(404, "{}");

        await run.Awaiting(r => r).Should().ThrowAsync<AmityApiException>();
        _service.Requests.Should().HaveCount(1);
        items.Should().HaveCount(1000).And.OnlyContain(item => item.Outcome == BulkOutcome.NotSent);
    }

    [Test]
    public async Task Abandoned_WhileItsInputNeverComes_DoesNotWaitForIt()
    {
        var reached = new TaskCompletionSource();
        var run = Rooms().BulkBanViewersStreamingAsync("r", HangingAsync(100, reached)).GetAsyncEnumerator();
        var first = run.MoveNextAsync();
        await reached.Task;
        await _service.WaitForAsync(1);
        InOrder(0).Succeed(Success);
        (await first).Should().BeTrue();

        await run.DisposeAsync();

        _service.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task Progress_OfARun_GetsEveryIdOnce()
    {
        var reported = new Reported();

        var result = await Rooms(AcceptAll()).BulkBanViewersAsync("r", Ids(1050), new BulkOptions { Progress = reported });

        reported.Items.Should().BeEquivalentTo(result.Items);
    }

    [Test]
    public async Task Progress_ThatThrows_EndsTheRunAndLosesNoOutcome()
    {
        var result = await Rooms(AcceptAll(), concurrency: 1).BulkBanViewersAsync("r", Ids(500), new BulkOptions { Progress = new Calling(_ => throw new InvalidOperationException("full")) });

        result.Error.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("full");
        result.Items.Should().HaveCount(500);
        OutcomesOf(result.Items).Should().Equal(BulkOutcome.Done, BulkOutcome.NotSent, BulkOutcome.NotSent, BulkOutcome.NotSent, BulkOutcome.NotSent);
    }

    [Test]
    public async Task Progress_ThatThrowsOnce_StillGetsEveryOtherId()
    {
        var reported = new List<string>();
        var progress = new Calling(item =>
        {
            reported.Add(item.Id);
            if (item.Id == "id5")
            {
                throw new InvalidOperationException("five");
            }
        });

        var result = await Rooms(AcceptAll()).BulkBanViewersAsync("r", Ids(250), new BulkOptions { Progress = progress });

        reported.Should().BeEquivalentTo(Ids(250));
        result.Items.Should().HaveCount(250);
    }

    [Test]
    public async Task RejectedBatches_OnceAnIdIsAccepted_AreSplitBesideEachOther()
    {
        var run = Rooms(concurrency: 2).BulkBanViewersAsync("r", Ids(200));
        InOrder(0).Reply(400, "{}");
        InOrder(1).Reply(400, "{}");
        _service.Requests.Should().HaveCount(3, "the second batch waits for the first to show whether it is the ids");

        _service.Requests[2].Succeed(Success);

        await _service.WaitForAsync(5);
        _service.Requests.Skip(3).Select(request => SentIn(request)[0]).Should().BeEquivalentTo("id50", "id100");
        foreach (var request in _service.Requests.Skip(3))
        {
            request.Succeed(Success);
        }

        await _service.WaitForAsync(6);
        _service.Requests[5].Succeed(Success);
        (await run).WithOutcome(BulkOutcome.Done).Should().HaveCount(200);
    }

    [Test]
    public async Task Run_ThatReachesTheEndOfItsInput_DoesNotCancelItsToken()
    {
        var isCancelled = false;
        var input = new Input { OnOpen = token => token.Register(() => isCancelled = true) };

        var result = await Rooms(AcceptAll()).BulkBanViewersAsync("r", input);

        result.ThrowIfIncomplete();
        isCancelled.Should().BeFalse();
    }

    [Test]
    public async Task Progress_ThatCancelsTheRun_IsNotEnteredAgainWhileItRuns()
    {
        var (depth, deepest) = (0, 0);
        var progress = new Calling(_ =>
        {
            deepest = Math.Max(deepest, ++depth);
            _cancellation.Cancel();
            depth--;
        });
        var run = Rooms().BulkBanViewersAsync("r", Ids(1000), new BulkOptions { Progress = progress }, _cancellation.Token);

        InOrder(1).Succeed(Success);

        await run.Awaiting(r => r).Should().ThrowAsync<BulkCanceledException>();
        deepest.Should().Be(1);
    }

    [Test]
    public async Task Options_ChangedAfterTheCall_DoNotChangeIt()
    {
        var options = new BulkOptions { DuplicateWindow = 10 };
        var run = Rooms(AcceptAll()).BulkBanViewersStreamingAsync("r", ["a", "a"], options);

        options.DuplicateWindow = -1;

        (await run.ToListAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task Collected_FromAnAsynchronousInput_HasEveryOutcome()
    {
        var result = await Rooms(AcceptAll()).BulkUnbanViewersAsync("r", Ids(250).Append(new string('x', 51)).Append("id3").ToAsyncEnumerable());

        result.Items.Should().HaveCount(251);
        result.WithOutcome(BulkOutcome.Done).Select(item => item.Id).Should().Equal(Ids(250));
        result.WithOutcome(BulkOutcome.Rejected).Should().ContainSingle();
    }

    [Test]
    public void Arguments_ThatAreWrong_AreRejectedBeforeTheEnumeration()
    {
        var rooms = Rooms();

        rooms.Invoking(r => r.BulkBanViewersStreamingAsync("..", ["a"])).Should().Throw<ArgumentException>().WithParameterName("roomId");
        rooms.Invoking(r => r.BulkBanViewersStreamingAsync("r", (IEnumerable<string>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("userIds");
        rooms.Invoking(r => r.BulkBanViewersStreamingAsync("r", (IAsyncEnumerable<string>)null!)).Should().Throw<ArgumentNullException>().WithParameterName("userIds");
    }

    private static IReadOnlyList<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(i => $"id{i}")];

    private static IReadOnlyList<string> SentIn(string body) => [.. JObject.Parse(body)["userIds"]!.Select(id => (string)id!)];

    private static IReadOnlyList<string> SentIn(HeldRequest request) => SentIn(request.Body);

    private static ScriptedHandler AcceptAll() => new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(200, Success));

    /// <summary>The outcome of each call, which has to be that of all its ids.</summary>
    private static IEnumerable<BulkOutcome> OutcomesOf(IEnumerable<BulkItem> items) =>
        items.Chunk(100).Select(call => call.Select(item => item.Outcome).Distinct().Single());

    private static async Task CollectAsync(IAsyncEnumerable<BulkItem> run, List<BulkItem> items, CancellationToken cancellationToken = default)
    {
        await foreach (var item in run.WithCancellation(cancellationToken))
        {
            items.Add(item);
        }
    }

    private static async IAsyncEnumerable<string> EndlessAsync()
    {
        for (var i = 0; ; i++)
        {
            await Task.Yield();
            yield return $"id{i}";
        }
    }

    /// <summary>Gives some ids, and then hangs, whatever its token says.</summary>
    private static async IAsyncEnumerable<string> HangingAsync(int count, TaskCompletionSource reached, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _ = cancellationToken;
        foreach (var id in Ids(count))
        {
            yield return id;
        }

        reached.SetResult();
        await new TaskCompletionSource().Task;
    }

    private RoomsClient Rooms(HttpMessageHandler? handler = null, int concurrency = Concurrency)
    {
        var options = new AmityClientOptions { Handler = handler ?? _service, MaxRetries = 0, RateLimiting = false, BulkConcurrency = concurrency };
        return new AmityClient(TestClient.Address, AmityCredential.Bearer(TestClient.Token), options).Rooms;
    }

    private void RespondToAll()
    {
        foreach (var request in _service.Requests)
        {
            request.Succeed(Success);
        }
    }

    private HeldRequest InOrder(int call) => _service.Requests.Single(request => SentIn(request)[0] == $"id{call * 100}");

    private sealed class Reported : IProgress<BulkItem>
    {
        internal List<BulkItem> Items { get; } = [];

        public void Report(BulkItem value) => Items.Add(value);
    }

    private sealed class Calling(Action<BulkItem> report) : IProgress<BulkItem>
    {
        public void Report(BulkItem value) => report(value);
    }

    /// <summary>150 ids of an asynchronous input that does what a test says.</summary>
    private sealed class Input : IAsyncEnumerable<string>, IAsyncEnumerator<string>
    {
        private int _moves;

        public string Current => $"id{_moves - 1}";

        internal int Count { get; init; } = 150;

        internal int Taken => Math.Min(_moves, Count);

        internal Action<CancellationToken> OnOpen { get; init; } = _ => { };

        internal Action OnDispose { get; init; } = () => { };

        internal Task? Hang { get; init; }

        internal TaskCompletionSource IsHanging { get; } = new();

        internal TaskCompletionSource IsLeft { get; } = new();

        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            OnOpen(cancellationToken);
            return this;
        }

        public async ValueTask<bool> MoveNextAsync()
        {
            if (Hang is not null)
            {
                IsHanging.SetResult();
                await Hang;
            }

            return _moves++ < Count;
        }

        public ValueTask DisposeAsync()
        {
            IsLeft.TrySetResult();
            OnDispose();
            return default;
        }
    }
}
