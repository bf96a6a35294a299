using System.Text.Json.Nodes;

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
        texts.Where(text => samples.Values.Any(sample => sample.Contains(text, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Test]
    public async Task Save_SecretsInUnknownFields_AreReplacedToo()
    {
        await CheckAsync();
        const string Body = """
            {"rooms":[{"roomId":"r-mia","status":"Mia Muster is live","title":"Mia's show","metadata":{"phone-of-mia":"0171"},"createdAt":"Mia was born",
              "sessionKey":"sk_live_1","streamUrl":"rtmp://in.example.org/x?key=k1","mia@example.org":true,"phone":491711234567,
              "nested":{"accessToken":"eyJhbGciOi.x.y","note":"call Mia"}}],
             "users":[{"userId":"mia","displayName":"Mia Muster","description":"Mia here","avatarCustomUrl":"https://cdn.example.org/mia.png?sig=abc","roles":["mia-fan"]}]}
            """;
        var har = """{"log":{"entries":[{"request":{"method":"GET","url":"https://apix.eu.amity.co/api/v1/rooms/r-mia?access_token=q1"},"response":{"status":200,"headers":[],"content":{"text":BODY}}}]}}"""
            .Replace("BODY", System.Text.Json.JsonSerializer.Serialize(Body));
        File.WriteAllText(PathOf("mia.har"), har);

        var outcome = await RunAsync("--har", PathOf("mia.har"), "--save", PathOf("samples"));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        var sample = File.ReadAllText(PathOf("samples/getRoom.json"));
        string[] secrets = ["mia", "0171", "sk_live_1", "rtmp", "k1", "49171", "eyJ", "abc", "example.org", "q1", "born"];
        secrets.Where(secret => sample.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        sample.Should().Contain("sessionKey").And.Contain("streamUrl").And.Contain("accessToken");
        secrets.Where(secret => outcome.Output.Contains(secret, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Test]
    public async Task Save_Samples_ObeyTheContract()
    {
        var samples = await SaveAsync();

        samples.Keys.Should().Contain(["getRoom.json", "listRooms.json", "listViewerBans.json", "getBroadcastCredentials.json", "getRoom.404.json", "getRoom.401.json"]);
        foreach (var (name, sample) in samples)
        {
            var parts = name.Split('.');
            SchemaCheck.ValidateAnswer(parts[0], parts.Length == 3 ? int.Parse(parts[1]) : 200, sample).Should().BeEmpty(name);
        }
    }

    [Test]
    public async Task Save_SameValue_HasTheSameStandInEverywhere()
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

    private static bool IsInstant(string text) => text.Length == 24 && text[10] == 'T' && text[^1] == 'Z';

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
        JsonArray entries => entries.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
