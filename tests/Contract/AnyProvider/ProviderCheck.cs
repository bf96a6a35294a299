using System.Text.Json.Nodes;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>Runs the reading interactions of the pact against any provider, with one of its rooms; changes nothing there.</summary>
internal sealed class ProviderCheck : IAsyncDisposable
{
    private readonly Uri _provider;
    private readonly string _token;
    private readonly RoomView _view;
    private readonly LoopbackServer _states;
    private readonly FileInfo _pact;
    private readonly IReadOnlyList<PactInteraction> _interactions;

    private ProviderCheck(Uri provider, string token, RoomView view, LoopbackServer states, FileInfo pact)
    {
        (_provider, _token, _view, _states, _pact) = (provider, token, view, states, pact);
        _interactions = [.. PactInteraction.Read(pact).Where(IsReading)];
    }

    /// <summary>Why the provider cannot be verified: it gives no response at all; null when it gives some.</summary>
    public string? Problem => _view.Problem;

    /// <summary>Whether an interaction only reads, and needs no state that a provider must be brought into.</summary>
    public static bool IsReading(PactInteraction interaction) => interaction.Method == "GET" && interaction.States.All(RoomView.Knows);

    public static async Task<ProviderCheck> StartAsync(Uri provider, string token, string roomId)
    {
        var view = await RoomView.ReadAsync(provider, token, roomId);
        var states = await StateServer.StartAsync((state, _) => Task.FromResult(ValuesFor(state, view)));
        return new ProviderCheck(provider, token, view, states, WriteOver(roomId, view.PlaybackId));
    }

    /// <summary>Runs the interactions with these descriptions, or all when none is given, and gives the outcomes by description.</summary>
    public async Task<IReadOnlyDictionary<string, InteractionOutcome>> RunAsync(params string[] descriptions)
    {
        var outcomes = new Dictionary<string, InteractionOutcome>();
        var chosen = _interactions.Where(interaction => descriptions.Length == 0 || descriptions.Contains(interaction.Description));
        foreach (var interaction in chosen)
        {
            outcomes.Add(interaction.Description, await RunAsync(interaction));
        }

        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        _pact.Directory!.Delete(recursive: true);
        await _states.DisposeAsync();
    }

    private async Task<InteractionOutcome> RunAsync(PactInteraction interaction)
    {
        string[] reasons = [.. interaction.States.Select(_view.CannotShow).OfType<string>()];
        if (reasons.Length > 0)
        {
            return new InteractionOutcome(OutcomeKind.NotShown, string.Join(", ", reasons));
        }

        // An interaction without a known caller is about a token that nobody has, so it keeps the pact's.
        var token = interaction.States.Contains(States.Caller) ? _token : null;
        var verification = await Verification.OfAsync(_pact, interaction, _provider, _states.Address, token);
        return new InteractionOutcome(verification.Passed ? OutcomeKind.Passed : OutcomeKind.Failed, verification.Report);
    }

    private static IReadOnlyDictionary<string, string> ValuesFor(string state, RoomView view) => state switch
    {
        States.RoomWithNextBans => new Dictionary<string, string> { ["pageToken"] = view.NextBansToken ?? "" },
        States.NextLiveCoHostRooms => new Dictionary<string, string> { ["pageToken"] = view.NextRoomsToken ?? "" },
        _ => StateServer.NoValues,
    };

    private static FileInfo WriteOver(string roomId, string? playbackId)
    {
        var pact = JsonNode.Parse(File.ReadAllText(PactFiles.Committed.FullName))!;
        foreach (var interaction in pact["interactions"]!.AsArray())
        {
            var path = (string)interaction!["request"]!["path"]!;
            interaction["request"]!["path"] = path
                .Replace(PactValues.Room, Uri.EscapeDataString(roomId), StringComparison.Ordinal)
                .Replace(PactValues.Playback, playbackId ?? PactValues.Playback, StringComparison.Ordinal);
        }

        var copy = new FileInfo(Path.Combine(Directory.CreateTempSubdirectory("amity-pact-").FullName, PactFiles.Committed.Name));
        File.WriteAllText(copy.FullName, pact.ToJsonString());
        return copy;
    }
}
