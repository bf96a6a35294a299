using System.Text;
using Amity.Tests.Cli.Terminals;

namespace Amity.Tests.Cli;

/// <summary>A service that repeats the token does not get it shown, wherever it puts it.</summary>
internal sealed class RepeatedTokenTests : CliTest
{
    private const string Secret = "-secret/of+mia=";

    [TestCase("HTTP/9.1 Authorization {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 2OO {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nno colon {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{0}\r\n")]
    [TestCase("HTTP/1.1 403 {0}\r\nContent-Length: 0\r\n\r\n")]
    public async Task MalformedResponse(string response)
    {
        await using var service = RawServer.Responding(response.Replace("{0}", Secret, StringComparison.Ordinal));
        foreach (var command in new[] { "rooms list", "doctor", "bans add kitchen ann --yes" })
        {
            ShouldBeDiscreet(await RunAsync(service.Address.AbsoluteUri, [.. command.Split(' '), "--verbose"]));
        }
    }

    [TestCase(Secret)]
    [TestCase("after " + Secret)]
    [TestCase("-secret%2Fof%2Bmia%3D")]
    [TestCase("-secret%252Fof%252Bmia%253D")]
    [TestCase("&#45;secret/of&#43;mia&#x3d;")]
    [TestCase("\\\\u002dsecret\\\\/of\\\\u002bmia=")]
    public Task ContinuationToken(string continuation) => ShouldNotBeGoneOnWithAsync(continuation);

    [TestCase("")]
    [TestCase("1")]
    [TestCase("12")]
    public Task ContinuationToken_InBase64(string before) =>
        ShouldNotBeGoneOnWithAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Secret} after")));

    private async Task ShouldNotBeGoneOnWithAsync(string continuation)
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

    [TestCase(200)]
    [TestCase(90)]
    [TestCase(10)]
    public async Task Terminal(int columns)
    {
        var token = string.Concat(Enumerable.Range(1000, 60));
        string[] spellings =
        [
            token,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(token)),
            string.Concat(token.Select(letter => $"&#{(int)letter};")),
        ];
        var title = $"Here is {string.Join(" or ", spellings)}";
        await using var service = new LocalService((_, _) => $$"""{"rooms":[{"roomId":"kitchen","title":"{{title}}"}],"paging":{} }""");
        var environment = new Dictionary<string, string> { ["AMITY_BASE_URL"] = service.Address, ["AMITY_TOKEN"] = token };

        var settings = Settings with { Environment = environment };
        var outcome = await PseudoTerminal.RunAsync(settings, columns, keepStyles: false, "rooms", "list");

        outcome.ExitCode.Should().Be(0, outcome.Output);
        var pieces = spellings.SelectMany(spelling => spelling.Chunk(8)).Select(piece => new string(piece));
        outcome.Output.Should().Contain("***").And.NotContainAny(pieces);
    }

    private Task<CliOutcome> RunAsync(string address, params string[] arguments) =>
        RunWithAsync(new Dictionary<string, string> { ["AMITY_BASE_URL"] = address, ["AMITY_TOKEN"] = Secret }, arguments);

    private static void ShouldBeDiscreet(CliOutcome outcome) =>
        (outcome.Output + outcome.Error).Should().NotContain(Secret).And.NotBeEmpty();
}
