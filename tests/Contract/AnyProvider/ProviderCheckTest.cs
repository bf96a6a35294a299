using System.Text.Json;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>A test of the check of any provider, with a sandbox that misbehaving providers stand in front of.</summary>
internal abstract class ProviderCheckTest
{
    protected static readonly IReadOnlyList<PactInteraction> OfRooms = PactInteraction.Read(new PactFile("rooms").Committed);

    private CheckedSandbox _checked = null!;

    protected AmitySandbox Sandbox => _checked.Sandbox;

    /// <summary>What reached the sandbox so far.</summary>
    protected IReadOnlyList<SandboxExchange> Exchanges => _checked.Exchanges;

    [SetUp]
    public async Task StartAsync() => _checked = await CheckedSandbox.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _checked.DisposeAsync();

    /// <summary>Adds a room that shows all that a room for co-hosts can, in a network that has others.</summary>
    protected string AddRichRoom()
    {
        for (var number = 0; number < 3; number++)
        {
            Sandbox.AddRoom(other => (other.Type, other.Status) = ("coHosts", "live"));
        }

        return Sandbox.AddDemoRoom(viewerBans: 5).RoomId;
    }

    /// <summary>Runs the check with the interactions of one area, and gives the outcomes by description.</summary>
    protected async Task<IReadOnlyDictionary<string, InteractionOutcome>> RunAsync(Uri provider, string roomId) =>
        (await ProviderCheck.RunAsync(provider, Sandbox.AdminToken, roomId, OfRooms)).Outcomes;

    /// <summary>The token, and the texts in what the sandbox has sent so far; not what the pact has too, nor common words.</summary>
    protected IReadOnlyList<string> SentValues()
    {
        var pact = string.Concat(OfRooms.Select(interaction => interaction.Json.ToJsonString()));
        var texts = Exchanges.SelectMany(exchange => Texts(exchange.ResponseBody)).Distinct();
        string[] values = [.. texts.Where(text => text.Length > 7 && !pact.Contains(text))];
        values.Should().NotBeEmpty();
        return [Sandbox.AdminToken, .. values];
    }

    private static IEnumerable<string> Texts(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return [];
        }

        using var document = JsonDocument.Parse(body);
        return [.. Texts(document.RootElement)];
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };
}
