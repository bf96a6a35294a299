namespace Amity.Tests.Contract.Provider;

/// <summary>Brings about the pact's provider states in a sandbox.</summary>
internal sealed class SandboxStates(AmitySandbox sandbox)
{
    private const int LargestPage = 100;

    public async Task<IReadOnlyDictionary<string, string>> EstablishAsync(string state, IReadOnlyDictionary<string, string> parameters)
    {
        switch (state)
        {
            case States.NextLiveCoHostRooms:
                AddLiveRooms(parameters);
                return await NextPageAsync("/api/v1/rooms?statuses=live&statuses=waitingReconnect&type=coHosts&sortBy=lastCreated&isDeleted=false&options[limit]=2");
            case States.RoomWithNextBans:
                AddRoomWithBans(parameters, 5);
                return await NextPageAsync($"/api/v1/rooms/{parameters["roomId"]}/viewer-bans?limit=2");
            default:
                Seed(state, parameters);
                return StateServer.NoValues;
        }
    }

    private void Seed(string state, IReadOnlyDictionary<string, string> parameters)
    {
        switch (state)
        {
            case States.Caller:
                sandbox.AddToken(parameters["userId"], bool.Parse(parameters["canModerate"]), parameters["token"]);
                break;
            case States.CallerAtTheLimit:
                sandbox.UseUpRateLimit(parameters["userId"]);
                break;
            case States.Room:
            case States.DirectRoom:
                AddRoom(parameters);
                break;
            case States.NoRoom:
                sandbox.FindRoom(parameters["roomId"]).Should().BeNull();
                break;
            case States.CoHostRoom:
                AddRoom(parameters, room => room.Type = "coHosts");
                break;
            case States.RoomWithPeople:
                AddRoom(parameters, room => room.Type = "coHosts");
                sandbox.AddParticipant(parameters["roomId"], PactValues.Host, "host");
                sandbox.AddParticipant(parameters["roomId"], PactValues.CoHost);
                break;
            case States.LiveRoom:
                AddRoom(parameters, room => room.Status = "live");
                break;
            case States.RoomWithChild:
                AddRoom(parameters);
                sandbox.AddRoom(room => room.ParentRoomId = parameters["roomId"]);
                break;
            case States.RoomWithThumbnail:
                AddRoom(parameters, room => room.ThumbnailFileId = sandbox.AddImage());
                break;
            case States.RecordedRoom:
                AddRoom(parameters, room => room.Status = "ended");
                sandbox.AddRecording(parameters["roomId"], parameters["playbackId"]);
                break;
            case States.RoomWithBans:
            case States.RoomWithFewBans:
                AddRoomWithBans(parameters, LargestPage);
                break;
            case States.RoomWithMoreBans:
                AddRoomWithBans(parameters, 3);
                break;
            case States.UserWhoCannotBeBanned:
                sandbox.AddUser(parameters["userId"], canBeBanned: false);
                break;
            case States.LiveCoHostRooms:
                AddLiveRooms(parameters);
                break;
            case States.Image:
                sandbox.AddImage(parameters["fileId"]);
                break;
            case States.UsedNonce:
                sandbox.AddUsedNonce(parameters["nonce"]);
                break;
            default:
                throw new ArgumentException($"There is no provider state {state}.", nameof(state));
        }
    }

    private void AddRoom(IReadOnlyDictionary<string, string> parameters, Action<SandboxRoomSettings>? configure = null) =>
        sandbox.AddRoom(room =>
        {
            room.RoomId = parameters["roomId"];
            room.CreatedBy = PactValues.Host;
            configure?.Invoke(room);
        });

    private void AddRoomWithBans(IReadOnlyDictionary<string, string> parameters, int count)
    {
        AddRoom(parameters);
        sandbox.AddViewerBans(parameters["roomId"], Enumerable.Range(1, count).Select(number => $"viewer-{number}"), PactValues.Host);
    }

    private void AddLiveRooms(IReadOnlyDictionary<string, string> parameters)
    {
        for (var number = 0; number < int.Parse(parameters["count"], null); number++)
        {
            sandbox.AddRoom(room => (room.Type, room.Status) = ("coHosts", "live"));
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> NextPageAsync(string firstPage)
    {
        using var client = new ProviderClient(sandbox.Address, sandbox.AdminToken);
        var page = await client.GetAsync(firstPage);
        return new Dictionary<string, string> { ["pageToken"] = (string)page.Json!["paging"]!["next"]! };
    }
}
