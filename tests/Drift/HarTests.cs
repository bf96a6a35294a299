using System.Text;
using System.Text.Json;

namespace Amity.Tests.Drift;

/// <summary>A recording says the same as a service.</summary>
internal sealed class HarTests : DriftTest
{
    private const string Service = "https://apix.eu.amity.co";

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

    [TestCase("", "The recording is no HAR file.")]
    [TestCase("[]", "The recording is no HAR file.")]
    [TestCase("""{"log":{}}""", "The recording is no HAR file.")]
    [TestCase("""{"log":{"entries":[{"request":{"method":"GET","url":"relative"}}]}}""", "The recording holds no response of the Room API.")]
    [TestCase("""{"log":{"entries":[7]}}""", "Entry 1 of the recording has no usable request.url.")]
    [TestCase("""{"log":{"entries":[]}}""", "The recording holds no response of the Room API.")]
    public async Task Har_NotFit_SaysSo(string text, string message) => ShouldBeRejected(await ReadAsync(text), message);

    [Test]
    public async Task Har_MissingFile_SaysSo() => ShouldBeRejected(await RunAsync("--har", PathOf("none.har")), "The recording cannot be read: *");

    [TestCase("--write")]
    [TestCase("--room", "a")]
    public async Task Har_WithWhatNeedsAService_SaysSo(params string[] options) =>
        ShouldBeRejected(await ReadAsync(Har([]), options), $"{options[0]} needs a service, and --har has none.");

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
