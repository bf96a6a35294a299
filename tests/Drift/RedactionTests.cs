using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amity.Tests.Drift;

/// <summary>Samples keep the shape of what was seen and nothing of its content.</summary>
internal sealed class RedactionTests : DriftTest
{
    // What the contract itself says, and the sandbox's words that are no content.
    private static readonly HashSet<string> Kept =
        ["live", "idle", "coHosts", "directStreaming", "host", "coHost", "community", "post", "image", "public", "image/png", "png", "error"];

    [Test]
    public async Task Save_Samples_HoldNoTextOfTheInput()
    {
        var samples = await SaveAsync();

        var texts = Exchanges.Where(exchange => exchange.ResponseBody is { Length: > 0 })
            .SelectMany(exchange => Texts(JsonNode.Parse(exchange.ResponseBody!)))
            .Where(text => text.Length > 2 && !Kept.Contains(text) && !IsInstant(text))
            .Distinct().ToList();
        texts.Should().HaveCountGreaterThan(40);
        // As a word: a short id may be part of a field's name.
        texts.Where(text => samples.Values.Any(sample => Regex.IsMatch(sample, $@"(?<!\w){Regex.Escape(text)}(?!\w)"))).Should().BeEmpty();
    }

    [Test]
    public async Task Save_SecretsInUnknownFields_AreReplacedToo()
    {
        const string Body = """
            {"rooms":[{"roomId":"r-mia","status":"Mia Muster is live","title":"Mia's show","metadata":{"phone-of-mia":"0171"},"createdAt":"Mia was born",
              "sessionKey":"sk_live_1","streamUrl":"rtmp://in.example.org/x?key=k1","mia@example.org":true,"phone":491711234567,
              "nested":{"accessToken":"eyJhbGciOi.x.y","note":"call Mia"}}],
             "users":[{"userId":"mia","displayName":"Mia Muster","description":"Mia here","avatarCustomUrl":"https://cdn.example.org/mia.png?sig=abc","roles":["mia-fan"]}]}
            """;

        var sample = await SaveRecordedAsync(Body);

        string[] secrets = ["mia", "0171", "sk_live_1", "rtmp", "k1", "49171", "eyJ", "abc", "example.org", "q1", "born"];
        secrets.Where(secret => sample.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        sample.Should().Contain("sessionKey").And.Contain("streamUrl").And.Contain("accessToken");
    }

    [Test]
    public async Task Save_NumbersWhereTheSpecHasNone_AreReplaced()
    {
        const string Body = """
            {"rooms":[{"roomId":"r-mia","createdBy":4917112345,"childRoomIds":[4917112345,"a"],"liveChannelId":4917112345.5,
              "durationSeconds":3597.5,
              "participants":[{"userId":4917112345}],"unknownNumber":4917112345,"unknownFraction":4917112345.25,
              "status":4917112345,"createdAt":4917112345000}],
             "users":[{"userId":"mia","flagCount":12,"hashFlag":{"bits":256,"hash":[4917112345]}}],
             "files":[{"fileId":"f","attributes":{"size":4096,"metadata":{"width":640.0}}}]}
            """;

        var sample = JsonNode.Parse(await SaveRecordedAsync(Body))!;

        sample.ToJsonString().Should().NotContain("4917112345");
        var room = sample["rooms"]![0]!;
        room["durationSeconds"]!.ToJsonString().Should().Be("3597.5");
        room["unknownNumber"]!.ToJsonString().Should().Be("1");
        room["unknownFraction"]!.ToJsonString().Should().Be("1.5");
        room["participants"]![0]!["userId"]!.ToJsonString().Should().Be("1");
        room["childRoomIds"]![0]!.ToJsonString().Should().Be("1");
        sample["users"]![0]!["flagCount"]!.ToJsonString().Should().Be("12");
        sample["users"]![0]!["hashFlag"]!["bits"]!.ToJsonString().Should().Be("256");
        sample["files"]![0]!["attributes"]!["size"]!.ToJsonString().Should().Be("4096");
    }

    [TestCase("1e999")]
    [TestCase("-1e999")]
    public async Task Save_NumberTooLargeToHold_StaysANumber(string number)
    {
        var sample = JsonNode.Parse(await SaveRecordedAsync($$"""{"rooms":[{"roomId":"r-mia","durationSeconds":{{number}}}]}"""))!;

        sample["rooms"]![0]!["durationSeconds"]!.ToJsonString().Should().Be("1.5");
    }

    [Test]
    public async Task Save_PageTokenThatIsANumber_IsReplaced()
    {
        var outcome = await CheckChangedAsync(
            "listViewerBans",
            response => response.ChangeJson(json =>
            {
                json["paging"] = new JsonObject { ["next"] = 4917112345 };
                foreach (var ban in json["roomBannedUsers"]?.AsArray() ?? [])
                {
                    ban!["userPublicId"] = 4917112345;
                }
            }),
            "--save", PathOf("samples"));

        outcome.Findings.Should().Contain("typeChange listViewerBans paging.next string expected, integer seen");
        File.ReadAllText(PathOf("samples/listViewerBans.json")).Should().NotContain("4917112345").And.Contain("\"next\": 1");
    }

    [Test]
    public async Task Save_Samples_ObeyTheContract()
    {
        var samples = await SaveAsync();

        samples.Keys.Should().Contain(["getRoom.json", "listRooms.json", "listViewerBans.json", "getBroadcastCredentials.json", "getRoom.404.json", "getRoom.401.json"]);
        foreach (var (name, sample) in samples)
        {
            var parts = name.Split('.');
            SchemaCheck.ValidateResponse(parts[0], parts.Length == 3 ? int.Parse(parts[1]) : 200, sample).Should().BeEmpty(name);
        }
    }

    [Test]
    public async Task Save_SameValue_HasTheSamePlaceholderEverywhere()
    {
        var samples = await SaveAsync();

        var room = JsonNode.Parse(samples["getRoom.json"])!["rooms"]![0]!;
        ((string)room["_id"]!).Should().Be((string)room["roomId"]!);
        ((string)JsonNode.Parse(samples["listViewerBans.json"])!["rooms"]![0]!["roomId"]!).Should().Be((string)room["roomId"]!);
        ((string)room["participants"]![0]!["userId"]!).Should().Be((string)room["createdBy"]!).And.NotBe((string)room["participants"]![1]!["userId"]!);
    }

    [Test]
    public async Task Save_EmptyFolder_IsFilled()
    {
        Directory.CreateDirectory(PathOf("samples"));

        (await SaveAsync()).Should().NotBeEmpty();
        Folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Should().Equal("samples");
    }

    private async Task<IReadOnlyDictionary<string, string>> SaveAsync()
    {
        var outcome = await CheckAsync("--save", PathOf("samples"));
        outcome.ExitCode.Should().Be(0, outcome.Error);
        return Directory.GetFiles(PathOf("samples")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
    }

    // The report may not hold more than the sample does.
    private async Task<string> SaveRecordedAsync(string body)
    {
        var har = """
            {"log":{"entries":[{"request":{"method":"GET","url":"https://apix.eu.amity.co/api/v1/rooms/r-mia?access_token=q1"},
              "response":{"status":200,"headers":[],"content":{"text":BODY}}}]}}
            """.Replace("BODY", JsonValue.Create(body).ToJsonString());
        File.WriteAllText(PathOf("mia.har"), har);
        var outcome = await RunAsync("--har", PathOf("mia.har"), "--save", PathOf("samples"));
        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Output.Should().NotContainAny("mia@", "0171", "sk_live_1", "rtmp", "49171", "eyJ", "example.org", "born");
        return File.ReadAllText(PathOf("samples/getRoom.json"));
    }

    private static bool IsInstant(string text) => text.Length == 24 && text[10] == 'T' && text[^1] == 'Z';

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
        JsonArray entries => entries.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
