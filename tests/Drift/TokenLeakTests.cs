using System.Globalization;
using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>The token goes to the service alone, and into nothing that is printed or saved.</summary>
internal sealed class TokenLeakTests : DriftTest
{
    [TestCase("HTTP/9.1 Authorization {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 {0} OK\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nAuthorization {0}\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]{0}\r\n0\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{0}\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n{0}")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nConnection: close\r\n\r\n{0}")]
    [TestCase("{0}")]
    public async Task Check_MalformedResponseWithTheToken_IsReportedWithoutIt(string response)
    {
        await using var server = RawServer.Responding(Respond(response));

        var outcome = await CheckAtAsync(server.Address.AbsoluteUri);

        outcome.ExitCode.Should().Be(2);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Trim().Should().Match($"{server.Address.Authority} cannot be reached (getRoom): *.")
            .And.NotContain("\n").And.NotContain(Sandbox.AdminToken);
    }

    [TestCase("HTTP/1.1 200 {0}\r\nConnection: close\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\n{0} : a\r\nConnection: close\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: {0}\r\nConnection: close\r\n\r\n")]
    [TestCase("HTTP/1.1 307 Temporary Redirect\r\nLocation: //{0}\r\nConnection: close\r\n\r\n")]
    public async Task Check_OddHeadersWithTheToken_AreReportedWithoutIt(string response)
    {
        await using var server = RawServer.Responding(Respond(response));

        var outcome = await CheckAtAsync(server.Address.AbsoluteUri);

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Output.Should().NotContain(Sandbox.AdminToken);
    }

    [Test]
    public async Task Check_TokenSentBack_IsInNeitherReportNorSamples()
    {
        var token = Sandbox.AdminToken;
        await using var relay = await Relay.StartAsync(Sandbox.Address, (_, response) =>
        {
            response.Headers["Retry-After"] = token;
            response.Headers[$"X-RateLimit-{token}"] = token;
            response.Location = response.Location is null ? null : $"https://{token}.example.com/";
            response.ChangeJson(json =>
            {
                json[token] = token;
                json["status"] = token;
                if (json["rooms"] is JsonArray { Count: > 0 } rooms)
                {
                    rooms[0]!["status"] = token;
                    rooms[0]!["type"] = "TYPE";
                    rooms[0]!["createdAt"] = token;
                }
            });
            response.Text = response.Text.Replace("TYPE", token.Replace("s", "\\u0073"));
        });

        var outcome = await CheckAtAsync(relay.Address, "--save", PathOf("samples"));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Contain(finding => finding.StartsWith("newEnumValue getRoom rooms[].type", StringComparison.Ordinal));
        var files = Directory.GetFiles(PathOf("samples"));
        string[] all = [outcome.Output, outcome.Error, .. files, .. files.Select(File.ReadAllText)];
        all.Should().OnlyContain(text => !text.Contains(token, StringComparison.OrdinalIgnoreCase));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Check_Redirect_IsNotFollowed(int status)
    {
        await using var elsewhere = RawServer.Responding(RawServer.Ok("{}"));

        var outcome = await CheckChangedAsync("listViewerBans", response =>
        {
            response.Become(status, "");
            response.Location = elsewhere.Address.AbsoluteUri;
        });

        outcome.Findings.Should().Contain("redirectHost listViewerBans  redirects to 127.0.0.1");
        elsewhere.Requests.Should().Be(0);
    }

    private string Respond(string format) => string.Format(CultureInfo.InvariantCulture, format, Sandbox.AdminToken);
}
