namespace Amity.Tests.Cli;

/// <summary>A service that repeats the token does not get it shown, wherever it puts it.</summary>
internal sealed class EchoTests : CliTest
{
    private const string Secret = "-secret/of+mia=";

    [TestCase("HTTP/9.1 Authorization {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 2OO {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nno colon {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{0}\r\n")]
    [TestCase("HTTP/1.1 403 {0}\r\nContent-Length: 0\r\n\r\n")]
    public async Task MalformedResponse(string response)
    {
        await using var service = RawServer.Answering(response.Replace("{0}", Secret, StringComparison.Ordinal));
        foreach (var command in new[] { "rooms list", "doctor", "bans add kitchen ann --yes" })
        {
            ShouldBeDiscreet(await RunAsync(service.Address.AbsoluteUri, [.. command.Split(' '), "--verbose"]));
        }
    }

    [TestCase(Secret)]
    [TestCase("after " + Secret)]
    [TestCase("-secret%2Fof%2Bmia%3D")]
    public async Task ContinuationToken(string continuation)
    {
        await using var service = new LocalService((response, number) =>
        {
            response.StatusCode = number == 1 ? 200 : 403;
            return number == 1 ? $$"""{"rooms":[{"roomId":"kitchen"}],"paging":{"next":"{{continuation}}"} }""" : "{}";
        });

        var outcome = await RunAsync(service.Address, "rooms", "list", "--verbose");

        outcome.Column("roomId").Should().Equal("kitchen");
        outcome.Error.Should().Contain("continuation token is not shown").And.NotContain("--from").And.NotContain(continuation);
        ShouldBeDiscreet(outcome);
    }

    [TestCase("json")]
    [TestCase("csv")]
    [TestCase("table")]
    public async Task Rows(string format)
    {
        await using var service = new LocalService((response, _) =>
        {
            response.Redirect($"https://elsewhere.example/?signature={Secret}");
            return string.Empty;
        });

        ShouldBeDiscreet(await RunAsync(service.Address, "recordings", "location", Room, "recording-1", "--output", format));
    }

    private Task<CliOutcome> RunAsync(string address, params string[] arguments) =>
        RunWithAsync(new Dictionary<string, string> { ["AMITY_BASE_URL"] = address, ["AMITY_TOKEN"] = Secret }, arguments);

    private static void ShouldBeDiscreet(CliOutcome outcome) =>
        (outcome.Output + outcome.Error).Should().NotContain(Secret).And.NotBeEmpty();
}
