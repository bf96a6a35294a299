using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Hostile;

/// <summary>What a response costs is bounded by its size, and no part of reading it outlasts a timeout.</summary>
[NonParallelizable]
internal sealed class BoundedWorkTests
{
    private const int Size = 15_000_000;

    /// <summary>Bytes that may be allocated for each byte of a response.</summary>
    private const double AllocationLimit = 25;

    private const string Token = "-SECRETpayload_of.the-network";

    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    private static readonly Body[] ManyValues =
    [
        new("rooms", () => Repeat("""{"rooms":[""", "{}", """]}""")),
        new("users beside a room", () => Repeat("""{"rooms":[{"roomId":"r"}],"users":[""", "{}", """]}""")),
        new("files beside a room", () => Repeat("""{"rooms":[{"roomId":"r"}],"files":[""", "{}", """]}""")),
        new("unknown list", () => Repeat("""{"rooms":[{"roomId":"r"}],"unknown":[""", "{}", """]}""")),
        new("unknown numbers", () => Repeat("""{"rooms":[{"roomId":"r"}],"unknown":[""", "0", """]}""")),
        new("unknown texts", () => Repeat("""{"rooms":[{"roomId":"r"}],"unknown":[""", "\"\"", """]}""")),
        new("unknown object", () => Repeat("""{"rooms":[{"roomId":"r"}],"unknown":{""", "\"a\":{}", """}}""", numbered: true)),
        new("unknown fields", () => Repeat("""{"rooms":[{"roomId":"r"}],""", "\"a\":0", """}""", numbered: true)),
        new("unknown fields of a room", () => Repeat("""{"rooms":[{"roomId":"r",""", "\"a\":{}", """}]}""", numbered: true)),
        new("metadata", () => Repeat("""{"rooms":[{"roomId":"r","metadata":{""", "\"a\":[]", """}}]}""", numbered: true)),
    ];

    private static readonly Body[] LargeErrors =
    [
        new("message", () => $$"""{"code":400300,"message":"{{new string('x', Size)}}"}"""),
        new("message of line ends", () => $$"""{"code":400300,"message":"{{string.Concat(Enumerable.Repeat("\\r\\n", Size / 4))}}"}"""),
        new("detail list", () => Repeat("""{"code":400300,"data":{"detail":[""", "\"\"", """]}}""")),
        new("detail objects", () => Repeat("""{"code":400300,"data":{"detail":[""", "{}", """]}}""")),
        new("detail object", () => Repeat("""{"code":400300,"data":{"detail":{""", "\"a\":{}", """}}}""", numbered: true)),
        new("list", () => Repeat("[", "{}", "]")),
        new("text", () => new string('x', Size)),
        new("lone angle brackets", () => new string('<', Size)),
    ];

    // What a search for a spelling of the token may begin again and again.
    private static readonly Body[] Repetitive =
    [
        new("backslashes", () => "\\"),
        new("zeros of an entity", () => "&#0"),
        new("zeros", () => "0"),
        new("entities", () => "&#x2d;"),
        new("first letter", () => "-"),
        new("start of the token", () => Token[..^1]),
        new("percent signs", () => "%"),
        new("encoded first letter", () => "%2d"),
        new("letters of base64", () => "LVNFQ1JF"),
        new("backslashes before the first letter", () => "\\\\-"),
    ];

    private static readonly Ending[] Endings =
    [
        new("attempt timeout", IsCancellation: false, options => options.AttemptTimeout = Short),
        new("timeout", IsCancellation: false, options => options.Timeout = Short),
        new("cancellation", IsCancellation: true, _ => { }),
    ];

    [TestCaseSource(nameof(ManyValues))]
    public async Task Response_OfMillionsOfValues_IsTooLarge(Body body)
    {
        await using var server = Compressed(200, body.Write());
        using var client = Clients.Of(server);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failure = await Clients.FailureOf<AmityTransportException>(() => client.Rooms.GetRoomAsync("r"));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        failure.Failure.Should().Be(AmityTransportFailure.TooLarge);
        failure.Message.Should().Contain("MaxJsonValues");
        ((double)allocated / Size).Should().BeLessThan(AllocationLimit);
    }

    [TestCaseSource(nameof(LargeErrors))]
    public async Task Error_OfAnySize_CostsNoMoreThanItsSize(Body body)
    {
        await using var server = Compressed(403, body.Write());
        using var client = Clients.Of(server);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var failure = await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRoomAsync("r"));
        var message = failure.Message;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        failure.StatusCode.Should().Be(403);
        message.Length.Should().BeLessThan(4_096);
        failure.Details.Sum(detail => detail.Length).Should().BeLessThan(100_000);
        (failure.ResponseBody ?? string.Empty).Length.Should().BeLessThanOrEqualTo(8_192);
        ((double)allocated / Size).Should().BeLessThan(AllocationLimit);
    }

    [Test]
    public async Task Response_OfOneLongText_IsRead()
    {
        await using var server = Compressed(200, $$"""{"rooms":[{"roomId":"r","title":"{{new string('x', Size)}}"}]}""");
        using var client = Clients.Of(server);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var room = await client.Rooms.GetRoomAsync("r");
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        room.Title.Should().HaveLength(Size);
        ((double)allocated / Size).Should().BeLessThan(AllocationLimit);
    }

    [TestCaseSource(nameof(Endings))]
    public async Task Call_OverWhileTheResponseIsParsed_Ends(Ending ending)
    {
        // As many values as are read by default, and as large as is read by default.
        var json = Repeat("""{"rooms":[{"roomId":"r"}],"unknown":[""", $"\"{new string('x', 30)}\"", """]}""");
        await using var server = Compressed(200, json);
        using var cancel = new CancellationTokenSource();
        var time = new FakeTimeProvider();
        using var handler = new BodyWatch(() =>
        {
            if (ending.IsCancellation)
            {
                cancel.Cancel();
            }

            time.Advance(Short);
        });
        using var client = Clients.Of(server, options =>
        {
            options.TimeProvider = time;
            options.Handler = handler;
            options.AttemptTimeout = TimeSpan.FromHours(1);
            options.Timeout = TimeSpan.FromHours(1);
            ending.Configure(options);
        });

        var failure = await Clients.FailureOf<Exception>(() => client.Rooms.GetRoomAsync("r", cancel.Token));

        if (ending.IsCancellation)
        {
            failure.Should().BeAssignableTo<OperationCanceledException>();
        }
        else
        {
            failure.Should().BeOfType<AmityTransportException>().Which.Failure.Should().Be(AmityTransportFailure.Timeout);
        }
    }

    [TestCaseSource(nameof(Repetitive))]
    public async Task Redaction_TakesTimeInProportionToTheBody(Body repeated)
    {
        const int Small = 4_000;
        const int Factor = 8;
        await MeasureAsync(repeated, Small);

        var small = await MeasureAsync(repeated, Small);
        var large = await MeasureAsync(repeated, Small * Factor);

        // Much above the factor, and much below its square.
        (large / small).Should().BeLessThan(20);
        var huge = await MeasureAsync(repeated, Small * Factor * Factor * Factor);
        (huge / large).Should().BeLessThan(20 * Factor);
    }

    [Test]
    public void Response_AsDeepAsIsAllowed_DoesNotOverflowASmallStack(
        [Values(200, 403)] int status, [Values("unknown", "metadata", "detail")] string place)
    {
        // The thread parses, as nothing in the script waits. A stack that overflows would end the process, and with it this run.
        const int StackSize = 192 * 1024;
        var nested = new string('[', 990) + new string(']', 990);
        var json = place switch
        {
            "metadata" => $$$"""{"code":400000,"rooms":[{"roomId":"r","metadata":{"a":{{{nested}}}}}]}""",
            "detail" => $$$"""{"code":400000,"rooms":[{"roomId":"r"}],"data":{"detail":{{{nested}}}}}""",
            _ => $$"""{"code":400000,"rooms":[{"roomId":"r"}],"unknown":{{nested}}}""",
        };
        using var handler = new ScriptedHandler().Response(status, json);
        using var client = Clients.At(new Uri("https://api.example.com"), options =>
        {
            options.Handler = handler;
            options.MaxJsonDepth = 1_000;
        });
        var call = Task.CompletedTask;

        var thread = new Thread(() => call = client.Rooms.GetRoomAsync("r"), StackSize);
        thread.Start();
        thread.Join();

        call.IsCompleted.Should().BeTrue("the thread has done all of it");
        var failure = call.Exception?.InnerException;
        if (failure is AmityTransportException transport)
        {
            transport.Failure.Should().Be(AmityTransportFailure.TooLarge);
        }
        else if (failure is not null)
        {
            failure.Should().BeOfType<AmityApiException>();
        }
    }

    [TestCase(101)]
    [TestCase(int.MaxValue)]
    public void PrefetchPages_AboveTheLimit_IsRejectedByName(int pages)
    {
        var make = () => Clients.At(new Uri("https://api.example.com"), options => options.PrefetchPages = pages);

        make.Should().Throw<ArgumentException>().WithMessage("*PrefetchPages*100*");
    }

    [Test]
    public void PrefetchPages_AtTheLimit_IsAccepted()
    {
        using var client = Clients.At(new Uri("https://api.example.com"), options => options.PrefetchPages = 100);

        client.Rooms.Should().NotBeNull();
    }

    [Test]
    public async Task Reason_OfManyCharacters_IsCutInTheMessage()
    {
        await using var server = RawServer.Responding(_ =>
            RawResponse.Of($"HTTP/1.1 403 {new string('x', 30_000)}\nContent-Length: 0", []));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRoomAsync("r"));

        failure.Message.Length.Should().BeLessThan(4_096);
    }

    [Test]
    public async Task ContinuationToken_OfManyCharacters_IsInNoMessage()
    {
        var token = new string('x', 1_000_000);
        await using var server = RawServer.Responding(request => request.Number == 1
            ? RawResponse.Json(200, $$$"""{"roomBannedUsers":[],"paging":{"next":"{{{token}}}"}}""")
            : RawResponse.Json(500, "{}"));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityException>(async () =>
        {
            await foreach (var ban in client.Rooms.ListViewerBansAsync("r"))
            {
                ban.Should().BeNull("the list is empty");
            }
        });

        failure.Message.Length.Should().BeLessThan(4_096);
    }

    [Test]
    public async Task Children_OfARoomWithManyIds_AreFoundInTimeLinearInTheirNumber()
    {
        var few = await MeasureChildrenAsync(10_000);
        var many = await MeasureChildrenAsync(80_000);

        (many / few).Should().BeLessThan(25, "8 times as many rooms took {0} and {1} ms; each against each would be 64 times", few, many);
    }

    /// <summary>The processor time, in milliseconds, of finding the children of one room.</summary>
    private static async Task<double> MeasureChildrenAsync(int count)
    {
        var ids = string.Join(',', Enumerable.Range(0, count).Select(number => $"\"{number}\""));
        var children = string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"roomId":"c{{number}}"}"""));
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, $$"""{"rooms":[{"roomId":"r","childRoomIds":[{{ids}}]}],"roomChildrens":[{{children}}]}"""));
        using var client = Clients.Of(server);
        var room = await client.Rooms.GetRoomAsync("r");

        var before = Environment.CpuUsage.TotalTime;
        room.Children.Should().BeEmpty();
        return Math.Max((Environment.CpuUsage.TotalTime - before).TotalMilliseconds, 5);
    }

    /// <summary>The processor time, in milliseconds, of a call that is rejected with so many characters, a text again and again.</summary>
    private static async Task<double> MeasureAsync(Body repeated, int length)
    {
        var text = repeated.Write();
        var body = string.Concat(Enumerable.Repeat(text, length / text.Length));
        await using var server = RawServer.Responding(_ => RawResponse.Json(403, body));
        using var client = Clients.Of(server, credential: AmityCredential.Bearer(Token));

        var best = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRoomAsync("r"));
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        // Below a few milliseconds it is the rest of the call that is measured.
        return Math.Max(best, 5);
    }

    private static RawServer Compressed(int status, string json)
    {
        var body = UnreadableBody.Gzip(Encoding.ASCII.GetBytes(json));
        var response = RawResponse.Whole($"HTTP/1.1 {status} Status\nContent-Type: application/json\nContent-Encoding: gzip", body);
        return RawServer.Responding(_ => response);
    }

    /// <summary>As many of the part, with commas between, as make the size; numbered, so that names differ.</summary>
    private static string Repeat(string before, string part, string behind, bool numbered = false)
    {
        var text = new StringBuilder(before, Size + 100);
        for (var number = 0; text.Length < Size - 20; number++)
        {
            text.Append(number == 0 ? string.Empty : ",");
            if (numbered)
            {
                text.Append("\"a").Append(number).Append(part.AsSpan(2));
            }
            else
            {
                text.Append(part);
            }
        }

        return text.Append(behind).ToString();
    }

    /// <summary>A body that is made when it is needed.</summary>
    internal sealed record Body(string Name, Func<string> Write)
    {
        public override string ToString() => Name;
    }

    /// <summary>A way for a call to be over.</summary>
    internal sealed record Ending(string Name, bool IsCancellation, Action<AmityClientOptions> Configure)
    {
        public override string ToString() => Name;
    }

    /// <summary>Does something on another thread once a body was received whole, when only parsing is left.</summary>
    private sealed class BodyWatch(Action received) : DelegatingHandler(Clients.Handler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var content = new StreamContent(new Watched(await response.Content.ReadAsStreamAsync(cancellationToken), received));
            content.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content = content;
            return response;
        }

        private sealed class Watched(Stream inner, Action received) : MemoryStream
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                var count = await inner.ReadAsync(buffer, cancellationToken);
                if (count == 0)
                {
                    new Thread(() => received()).Start();
                }

                return count;
            }
        }
    }
}
