using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Rooms;

/// <summary>A watch-time report counts once: it is made anew for each attempt, and not sent again when it may have arrived.</summary>
public sealed class WatchTimeRetryTests
{
    private static IEnumerable<Fault> Unsent => [Fault.Status(429), Fault.Rejected, Fault.Dns];

    private static IEnumerable<Fault> MaybeSent => [Fault.Reset, Fault.AttemptTimeout, Fault.Malformed, Fault.Status(500), Fault.Status(503), Fault.SaysFailure];

    [TestCaseSource(nameof(Unsent))]
    public async Task Report_SurelyNotTaken_IsSentAgainWithANonceAndASignatureOfItsOwn(Fault fault)
    {
        var time = new SkippingTime();
        var handler = new ScriptedHandler().Step((_, cancellationToken) => fault.Play(time, cancellationToken)).Response("""{"ok":true}""");
        var signer = new CountingSigner();

        await FaultyClient.Rooms(handler, time).ReportWatchTimeAsync([Watch()], signer);

        var reports = handler.Requests.Select(request => JObject.Parse(request.Body!)).ToList();
        reports.Should().HaveCount(2);
        reports.Select(report => (string)report["nonceStr"]!).Should().OnlyHaveUniqueItems();
        reports.Select(report => (string)report["signature"]!).Should().Equal("c2lnbmVkLTE=", "c2lnbmVkLTI=");
        JToken.DeepEquals(reports[0]["rooms"], reports[1]["rooms"]).Should().BeTrue();
        // What was signed is what was sent with it.
        signer.Texts.Zip(reports).Should().OnlyContain(pair => pair.First.StartsWith($"nonceStr={(string)pair.Second["nonceStr"]!}&timestamp=", StringComparison.Ordinal));
    }

    [Test]
    public async Task Report_RejectedWith401_IsReplayedWithANonceOfItsOwn()
    {
        var handler = new ScriptedHandler().Response(401, "{}").Response("""{"ok":true}""");
        using var client = FaultyClient.Over(handler, new SkippingTime(), credential: AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken("t"))));

        await client.Rooms.ReportWatchTimeAsync([Watch()], new CountingSigner());

        handler.Requests.Select(request => (string)JObject.Parse(request.Body!)["nonceStr"]!).Should().HaveCount(2).And.OnlyHaveUniqueItems();
    }

    [TestCaseSource(nameof(MaybeSent))]
    public async Task Report_PerhapsTaken_IsNotSentAgain(Fault fault)
    {
        var time = new SkippingTime();
        var handler = new ScriptedHandler().Step((_, cancellationToken) => fault.Play(time, cancellationToken));

        var act = () => FaultyClient.Rooms(handler, time).ReportWatchTimeAsync([Watch()], new CountingSigner());

        (await act.Should().ThrowAsync<AmityException>()).Which.MayHaveSucceeded.Should().BeTrue();
        handler.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task Signer_ThrowsForTheSecondAttempt_SurfacesAsItself()
    {
        var handler = new ScriptedHandler().Response(429, "{}");
        var signer = new CountingSigner { ThrowAt = 2 };

        var act = () => FaultyClient.Rooms(handler, new SkippingTime()).ReportWatchTimeAsync([Watch()], signer);

        await act.Should().ThrowAsync<HttpRequestException>().WithMessage("key store");
        handler.Requests.Should().HaveCount(1);
    }

    private static RoomWatch Watch() => new()
    {
        RoomId = "r",
        StartTime = new DateTimeOffset(2026, 3, 6, 18, 30, 0, TimeSpan.Zero),
        EndTime = new DateTimeOffset(2026, 3, 6, 18, 32, 0, TimeSpan.Zero),
        WatchSeconds = 120,
    };

    private sealed class CountingSigner : IWatchTimeSigner
    {
        private readonly List<string> _texts = [];

        internal IReadOnlyList<string> Texts => _texts;

        internal int ThrowAt { get; init; }

        public Task<string> SignAsync(string text, CancellationToken cancellationToken)
        {
            _texts.Add(text);
            return _texts.Count == ThrowAt
                ? Task.FromException<string>(new HttpRequestException("key store"))
                : Task.FromResult(Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"signed-{_texts.Count}")));
        }
    }
}
