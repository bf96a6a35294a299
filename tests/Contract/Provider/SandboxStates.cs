namespace Amity.Tests.Contract.Provider;

/// <summary>Brings about the pacts' provider states in a sandbox.</summary>
internal sealed class SandboxStates(AmitySandbox sandbox)
{
    public async Task<IReadOnlyDictionary<string, string>> EstablishAsync(string state, IReadOnlyDictionary<string, string> parameters)
    {
        switch (state)
        {
            case States.Examples:
                // Every interaction begins with this one, so none sees what another has changed.
                sandbox.Reset();
                sandbox.AddExamples();
                return StateServer.NoValues;
            case States.Admin:
                return Value("token", sandbox.AdminToken);
            case States.User:
                return Value("token", sandbox.AddToken(parameters["userId"]));
            case States.Keys:
                return new Dictionary<string, string> { ["serverKey"] = sandbox.ServerKey, ["apiKey"] = sandbox.ApiKey };
            case States.PageBefore:
                using (var client = new ProviderClient(sandbox.Address))
                {
                    var page = await client.GetAsync(parameters["request"], sandbox.AdminToken);
                    return Value("pageToken", (string)page.Json!["paging"]!["next"]!);
                }

            default:
                Seed(state, parameters);
                return StateServer.NoValues;
        }
    }

    private static Dictionary<string, string> Value(string name, string value) => new() { [name] = value };

    private void Seed(string state, IReadOnlyDictionary<string, string> parameters)
    {
        switch (state)
        {
            case States.CallerAtTheLimit:
                sandbox.UseUpRateLimit(AmitySandbox.AdminUserId);
                break;
            case States.DirectRoom:
                sandbox.AddRoom(room => room.RoomId = parameters["roomId"]);
                break;
            case States.MoreBans:
                sandbox.AddViewerBans(parameters["roomId"], Enumerable.Range(1, 4).Select(number => $"banned-{number}"));
                break;
            case States.MoreRooms:
                for (var number = 0; number < 3; number++)
                {
                    sandbox.AddRoom(room => (room.Type, room.Status) = ("coHosts", "live"));
                }

                break;
            case States.UserWhoCannotBeBanned:
                sandbox.AddUser(parameters["userId"], canBeBanned: false);
                break;
            case States.UsedNonce:
                sandbox.AddUsedNonce(parameters["nonce"]);
                break;
            default:
                throw new ArgumentException($"There is no provider state {state}.", nameof(state));
        }
    }
}
