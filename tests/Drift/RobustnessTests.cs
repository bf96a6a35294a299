using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>
/// Whatever a service sends or a recording holds, the check ends as it should: no drift, drift, or one line that says why it could not check.
/// </summary>
internal sealed class RobustnessTests : DriftTest
{
    private static readonly string[] OddValues =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-1e400", "53687091200000000000000", new string('9', 400),
        """ "" """, """ ".." """, """ "/" """, """ "\ud83d" """, """ "\u0000" """, """ "2025-02-30T10:00:00.000Z" """, """ "https://[::1" """,
        """ "https://a.example/api/v1/rooms/x/recorded/../watch" """, $"\"{new string('a', 70000)}\"",
        "[]", "{}", "[[]]", "[null]", """[7,"a",{}]""", """{"$ref":"#","$id":"1","a.b['c']":1,"":2}""", """{"roomId":{},"url":[]}""", """{"next":"..","prev":7}""",
    ];

    private static readonly string[] OddBodies =
    [
        .. OddValues, "", " ", "{", "[", "]", "\"", "nul", "<html></html>", """{"a":1}{"a":2}""", """{"rooms":""", new string('[', 100000), "\uFEFF", "\uFEFF{}",
        """{"rooms":{"0":{"roomId":"a"}}}""", """{"rooms":[[{"roomId":"a"}]],"paging":[]}""", """{"rooms":7,"roomBannedUsers":"a","paging":"b","code":[]}""",
        """{"rooms":[{"roomId":"..","recordedPlaybackInfos":[{"url":"https://a/recorded/%2E%2E/watch"},7,null]}],"users":[[]]}""",
        """{"roomBannedUsers":[7,null,[]],"paging":{"next":{}}}""",
    ];

    [TestCaseSource(nameof(OddBodies))]
    public async Task Check_OddBodyOfEverything_EndsAsItShould(string body)
    {
        var status = body.Length % 2 == 0 ? 200 : 404;
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            // The room that is read at first stays as it is, so that the check goes on.
            if (!request.RequestUri!.AbsolutePath.EndsWith($"/{Room.RoomId}", StringComparison.Ordinal))
            {
                response.Become(status, body);
            }
        });

        ShouldEndWell(await CheckAtAsync(relay.Address, "--write", "--save", PathOf("samples")));
    }

    [Test]
    public async Task Check_OddValuesAnywhere_EndsAsItShould([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        await using var relay = await Relay.StartAsync(Sandbox.Address, (_, response) =>
        {
            lock (random)
            {
                response.ChangeJson(json => Spoil(json, random));
                response.Text = Unquote(response.Text);
            }
        });

        ShouldEndWell(await CheckAtAsync(relay.Address, seed % 2 == 0 ? ["--write"] : ["--save", PathOf("samples")]));
    }

    [Test]
    public async Task Check_BrokenBytesAnywhere_EndsAsItShould([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        await using var relay = await Relay.StartAsync(Sandbox.Address, (_, response) =>
        {
            lock (random)
            {
                for (var flips = random.Next(4); flips > 0 && response.Body.Length > 0; flips--)
                {
                    response.Body[random.Next(response.Body.Length)] = (byte)random.Next(256);
                }
            }
        });

        ShouldEndWell(await CheckAtAsync(relay.Address, "--save", PathOf("samples")));
    }

    [Test]
    public async Task Har_OddValuesAnywhere_EndsAsItShould([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var har = JsonNode.Parse("""
            {"log":{"version":"1.2","entries":[
              {"request":{"method":"GET","url":"https://apix.eu.amity.co/api/v1/rooms/r1","headers":[]},
               "response":{"status":200,"headers":[{"name":"content-encoding","value":"gzip"}],
                "content":{"size":30,"text":"e30=","encoding":"base64"}}},
              {"request":{"method":"GET","url":"https://apix.eu.amity.co/api/v1/rooms?options[limit]=2&options[token]=a"},
               "response":{"status":200,"headers":[{"name":"Retry-After","value":"5"}],
                "content":{"text":"{\"rooms\":[{\"roomId\":\"a\"}],\"paging\":{\"next\":\"a\"}}"}}},
              {"request":{"method":"GET","url":"https://apix.eu.amity.co/api/v1/rooms/r1/recorded/p1/watch"},
               "response":{"status":302,"headers":[{"name":"location","value":"https://recordings.example.com/a"}]}}]}}
            """)!;
        Spoil(har, random);
        await File.WriteAllTextAsync(PathOf("odd.har"), Unquote(har.ToJsonString()));

        ShouldEndWell(await RunAsync("--har", PathOf("odd.har"), "--save", PathOf("samples"), "--output", "json"));
    }

    [Test]
    public async Task Har_BrokenBytesAnywhere_EndsAsItShould([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var har = """
            {"log":{"entries":[{"request":{"method":"GET","url":"https://apix.eu.amity.co/api/v1/rooms/r1"},
              "response":{"status":200,"content":{"text":"{}"}}}]}}
            """u8.ToArray();
        for (var flips = 1 + random.Next(3); flips > 0; flips--)
        {
            har[random.Next(har.Length)] = (byte)random.Next(256);
        }

        await File.WriteAllBytesAsync(PathOf("broken.har"), har[..random.Next(har.Length / 2, har.Length + 1)]);

        ShouldEndWell(await RunAsync("--har", PathOf("broken.har")));
    }

    private static void ShouldEndWell(CheckOutcome outcome)
    {
        outcome.Error.Should().NotContain("The check itself failed");
        outcome.ExitCode.Should().BeOneOf(0, 1, 2);
        (outcome.Output.Length > 0).Should().Be(outcome.ExitCode < 2);
        outcome.Error.TrimEnd().Split('\n').Should().ContainSingle(line => (line.Length > 0) == (outcome.ExitCode == 2));
    }

    // Marks for the values, as some of them are no JSON that a library writes.
    private static void Spoil(JsonNode json, Random random)
    {
        for (var places = 1 + random.Next(3); places > 0; places--)
        {
            var node = json;
            while (node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && (node == json || random.Next(5) > 0))
            {
                var children = node is JsonObject fields ? fields.Select(field => field.Value).ToList() : [.. node.AsArray()];
                if (children[random.Next(children.Count)] is not { } child)
                {
                    break;
                }

                node = child;
            }

            if (node != json)
            {
                node.ReplaceWith(JsonValue.Create($"<{random.Next(OddValues.Length)}>"));
            }
        }
    }

    private static string Unquote(string text)
    {
        for (var index = 0; index < OddValues.Length; index++)
        {
            text = text.Replace($"\"\\u003C{index}\\u003E\"", OddValues[index]);
        }

        return text;
    }
}
