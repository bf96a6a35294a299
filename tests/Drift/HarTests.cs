using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Amity.Tests.Drift;

/// <summary>A recording says the same as a service.</summary>
internal sealed class HarTests : DriftTest
{
    private const string Service = "https://apix.eu.amity.co";
    private const string RoomBody = """{"rooms":[{"roomId":"r1","title":"kitchen"}],"users":[],"files":[],"roomChildrens":[]}""";

    [Test]
    public async Task Har_OfASoundService_FindsNothing()
    {
        await CheckAsync();

        var outcome = await ReadAsync(Har(Exchanges));

        outcome.Findings.Should().BeEmpty();
        outcome.ExitCode.Should().Be(0, outcome.Error);
        ((int)outcome.Report["exchanges"]!).Should().Be(Exchanges.Count);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Har_WithDrift_NamesIt(bool base64)
    {
        await CheckAsync();
        var drifted = Exchanges.Select(exchange => exchange with { ResponseBody = exchange.ResponseBody?.Replace("\"status\":\"live\"", "\"status\":\"paused\"") });

        var outcome = await ReadAsync(Har(drifted, base64));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Contain("newEnumValue getRoom rooms[].status paused");
    }

    [Test]
    public async Task Har_OtherHosts_NamesThemAndStops()
    {
        var har = Har([new SandboxExchange("getRoom", "GET", "/api/v1/rooms/a", 200, null, "{}")], more: Entry("https://tracker.example.org/x", 200, "{}", false));

        var outcome = await ReadAsync(har, "--save", PathOf("samples"));

        ShouldBeRejected(outcome, "*other hosts*tracker.example.org*");
    }

    [Test]
    public async Task Har_OfAProxy_IsReadWhenItsAddressIsNamed()
    {
        var har = Har([], more: Entry("http://127.0.0.1:5005/api/v1/rooms/a", 200, """{"rooms":[{"roomId":"a"}]}""", false));

        (await ReadAsync(har, "--url", "http://127.0.0.1:5005")).ExitCode.Should().Be(0);
        ShouldBeRejected(await ReadAsync(har), "*other hosts*127.0.0.1*");
    }

    [TestCase("", "The recording is not a HAR file.")]
    [TestCase("[]", "The recording is not a HAR file.")]
    [TestCase("""{"log":{}}""", "The recording is not a HAR file.")]
    [TestCase("""{"log":{"entries":[{"request":{"method":"GET","url":"relative"}}]}}""", "The recording holds no response of the Room API.")]
    [TestCase("""{"log":{"entries":[7]}}""", "Entry 1 of the recording has no usable request.url.")]
    [TestCase("""{"log":{"entries":[]}}""", "The recording holds no response of the Room API.")]
    public async Task Har_NotFit_SaysSo(string text, string message) => ShouldBeRejected(await ReadAsync(text), message);

    [Test]
    public async Task Har_MissingFile_SaysSo() =>
        ShouldBeRejected(await RunAsync("--har", PathOf("none.har")), "The recording cannot be read: *");

    [TestCase("--write")]
    [TestCase("--room", "a")]
    public async Task Har_WithWhatNeedsAService_SaysSo(params string[] options) =>
        ShouldBeRejected(await ReadAsync(Har([]), options), $"{options[0]} needs a service, and --har has none.");

    [TestCase("""{}""")]
    [TestCase("""{"size":0,"mimeType":"application/json"}""")]
    [TestCase("""{"size":812,"text":""}""")]
    [TestCase("""{"size":812,"text":null}""")]
    public async Task Har_BodyThatWasNotKept_IsInformationAndNoDrift(string content)
    {
        var outcome = await ReadAsync(HarOf(RoomEntry(200, content), RoomEntry(200, Content(RoomBody))));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Report["information"]!.AsArray().Select(note => $"{note!["operation"]} {note["name"]} {note["value"]}")
            .Should().Equal("getRoom body not recorded");
    }

    [Test]
    public async Task Har_NoBodyAtAll_SaysSo() => ShouldBeRejected(
        await ReadAsync(HarOf(RoomEntry(200, "{}"), RoomEntry(404, "{}"))),
        "The recording holds no body of a response: save it with the content.");

    [Test]
    public async Task Har_ResponseThatIsEmpty_IsFound() =>
        (await ReadAsync(HarOf(RoomEntry(200, """{"size":0,"text":""}""")))).Findings
            .Should().Equal("notJson getRoom  status 200 has a body that is empty");

    [Test]
    public async Task Har_NotModified_IsPassedOver()
    {
        var outcome = await ReadAsync(HarOf(RoomEntry(304, """{"text":""}"""), RoomEntry(304, "{}"), RoomEntry(200, Content(RoomBody))));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        ((int)outcome.Report["exchanges"]!).Should().Be(1);
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    public async Task Har_ByteOrderMark_IsNoMatter(string encoding)
    {
        File.WriteAllText(PathOf("recording.har"), HarOf(RoomEntry(200, Content("\uFEFF" + RoomBody))), Encoding.GetEncoding(encoding));

        var outcome = await RunAsync("--har", PathOf("recording.har"), "--output", "json");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Findings.Should().BeEmpty();
    }

    [TestCase("gzip", "gzip", "base64")]
    [TestCase("gzip", "x-gzip", "Base64")]
    [TestCase("br", "br", "BASE64")]
    [TestCase("deflate", "Deflate", "base64")]
    [TestCase("", "gzip", "base64")]
    [TestCase("", "br", "base64")]
    [TestCase("", "deflate", "base64")]
    [TestCase("", "", "Base64")]
    public async Task Har_Base64_IsReadCompressedOrNot(string compression, string header, string encoding)
    {
        var text = Convert.ToBase64String(Compress(compression, Encoding.UTF8.GetBytes(RoomBody)));

        var outcome = await ReadAsync(HarOf(RoomEntry(200, $$"""{"text":"{{text}}","encoding":"{{encoding}}"}""", header)));

        outcome.Findings.Should().BeEmpty();
        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Report["neverSeen"]!.ToJsonString().Should().NotContain("Room.title");
    }

    [Test]
    public async Task Har_CompressedBodyWithoutEnd_IsNotUnpacked()
    {
        var text = Convert.ToBase64String(Compress("br", new byte[64 * 1024 * 1024]));

        ShouldBeRejected(
            await ReadAsync(HarOf(RoomEntry(200, $$"""{"text":"{{text}}","encoding":"base64"}""", "br"))),
            "Entry 1 of the recording has no usable response.content.text.");
    }

    [Test]
    public async Task Har_HalfASurrogatePair_IsNoMatter()
    {
        var half = Content(RoomBody).Replace("kitchen", "\\ud83d");

        var outcome = await ReadAsync(HarOf(RoomEntry(200, half), RoomEntry(200, Content(RoomBody))));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        ((int)outcome.Report["exchanges"]!).Should().Be(2);
    }

    [TestCase("data:application/json,{}")]
    [TestCase("blob:https://apix.eu.amity.co/1")]
    [TestCase("/api/v1/rooms")]
    [TestCase("api/v1/rooms")]
    [TestCase("file:///etc/passwd")]
    [TestCase("chrome-extension://abc/x.js")]
    [TestCase("wss://events.example.org/socket")]
    [TestCase("about:blank")]
    [TestCase("")]
    public async Task Har_AddressThatIsNoneOfTheWeb_IsPassedOver(string address)
    {
        var other = $$$"""{"request":{"method":"GET","url":"{{{address}}}"},"response":{"status":200}}""";

        var outcome = await ReadAsync(HarOf(other, RoomEntry(200, Content(RoomBody))));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        ((int)outcome.Report["exchanges"]!).Should().Be(1);
    }

    [TestCase("""{"request":{"method":"GET"},"response":{"status":200}}""", "request.url")]
    [TestCase("""{"request":{"url":"SERVICE/api/v1/rooms"},"response":{"status":200}}""", "request.method")]
    [TestCase("""{"request":{"method":"GET","url":"SERVICE/api/v1/rooms"},"response":{}}""", "response.status")]
    [TestCase("""{"request":{"method":"GET","url":"SERVICE/api/v1/rooms"},"response":{"status":"200"}}""", "response.status")]
    [TestCase("""{"request":{"method":"GET","url":"SERVICE/api/v1/rooms"},"response":{"status":99999999999999999999}}""", "response.status")]
    [TestCase("""{"request":{"method":"GET","url":"SERVICE/api/v1/rooms"},"response":{"status":200,"content":{"text":7}}}""", "response.content.text")]
    [TestCase("""{"request":{"method":"GET","url":"SERVICE/api/v1/rooms"},"response":{"status":200,"content":{"text":"*","encoding":"base64"}}}""", "response.content.text")]
    public async Task Har_OddEntry_IsNamed(string entry, string path) =>
        ShouldBeRejected(
            await ReadAsync(HarOf(RoomEntry(200, Content(RoomBody)), entry.Replace("SERVICE", Service))),
            $"Entry 2 of the recording has no usable {path}.");

    [Test]
    public async Task Har_OfAGatewayWithAPath_IsReadBelowIt()
    {
        var har = Har([], more: Entry("http://127.0.0.1:5005/base/api/v1/rooms/r1", 200, RoomBody, false));

        (await ReadAsync(har, "--url", "http://127.0.0.1:5005/base")).ExitCode.Should().Be(0);
        ShouldBeRejected(await ReadAsync(har, "--url", "http://127.0.0.1:5005"), "The recording holds no response of the Room API.");
    }

    [Test]
    public async Task Har_SuccessWithoutItsContent_IsFound() =>
        (await ReadAsync(HarOf(RoomEntry(200, Content("""{"rooms":[]}"""))))).Findings
            .Should().Equal("missingContent getRoom rooms no room in the list");

    private static string HarOf(params string[] entries) => $$$"""{"log":{"entries":[{{{string.Join(',', entries)}}}]}}""";

    private static string Content(string body) => $$"""{"text":{{JsonSerializer.Serialize(body)}}}""";

    private static string RoomEntry(int status, string content, string compression = "") => $$$"""
        {"request":{"method":"GET","url":"{{{Service}}}/api/v1/rooms/r1"},
         "response":{"status":{{{status}}},"headers":[{"name":"content-encoding","value":"{{{compression}}}"}],"content":{{{content}}}}}
        """;

    private static byte[] Compress(string compression, byte[] bytes)
    {
        using var all = new MemoryStream();
        using Stream target = compression switch
        {
            "gzip" => new GZipStream(all, CompressionMode.Compress),
            "br" => new BrotliStream(all, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(all, CompressionMode.Compress),
            _ => all,
        };
        target.Write(bytes);
        target.Close();
        return all.ToArray();
    }

    private Task<CheckOutcome> ReadAsync(string har, params string[] more)
    {
        File.WriteAllText(PathOf("recording.har"), har);
        return RunAsync(["--har", PathOf("recording.har"), "--output", "json", .. more]);
    }

    private void ShouldBeRejected(CheckOutcome outcome, string message)
    {
        outcome.ExitCode.Should().Be(2);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Trim().Should().Match(message).And.NotContain("\n");
        Directory.Exists(PathOf("samples")).Should().BeFalse();
    }

    private static string Har(IEnumerable<SandboxExchange> exchanges, bool base64 = false, object? more = null) => JsonSerializer.Serialize(new
    {
        log = new
        {
            version = "1.2",
            entries = exchanges.Select(exchange => Entry(Service + exchange.Path, exchange.Status, exchange.ResponseBody ?? "", base64))
                .Concat(more is null ? [] : [more]),
        },
    });

    private static object Entry(string url, int status, string body, bool base64) => new
    {
        request = new { method = "GET", url, headers = new[] { new { name = "Authorization", value = "Bearer recorded-secret" } } },
        response = new
        {
            status,
            headers = status == 302 ? new object[] { new { name = "location", value = "https://recordings.example.com/a?signature=s" } } : [],
            content = base64
                ? new { text = Convert.ToBase64String(Encoding.UTF8.GetBytes(body)), encoding = "base64" }
                : (object)new { text = body },
        },
    };
}
