namespace Amity.Tests.Drift;

/// <summary>A service behind a path of a gateway.</summary>
internal sealed class GatewayPathTests : DriftTest
{
    [TestCase("/base")]
    [TestCase("/base/")]
    [TestCase("/v2/amity")]
    public async Task Check_ServiceBelowAPath_IsCalledThere(string path)
    {
        List<string> paths = [];
        await using var relay = await Relay.StartAsync(Sandbox.Address, (_, _) => { }, request =>
        {
            lock (paths)
            {
                paths.Add(request.RequestUri!.AbsolutePath);
            }

            request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri.Replace($"{path.TrimEnd('/')}/api/", "/api/"));
        });

        var outcome = await CheckAtAsync($"{relay.Address}{path}", "--write");

        outcome.ExitCode.Should().Be(0, outcome.Error + outcome.Output);
        paths.Should().OnlyContain(target => target.StartsWith($"{path.TrimEnd('/')}/api/", StringComparison.Ordinal));
    }
}
