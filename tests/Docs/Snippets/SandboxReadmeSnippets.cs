using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of sandbox/README.md; each region is one block.</summary>
internal static class SandboxReadmeSnippets
{
    public static async Task<string> AFirstRequestAsync()
    {
        #region A first request
        await using var sandbox = await AmitySandbox.StartAsync();

        SandboxRoom room = sandbox.AddRoom(r => { r.Title = "Friday cooking"; r.Status = "live"; });
        sandbox.AddViewerBans(room.RoomId, ["troll-1", "troll-2"]);

        using var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.AdminToken);
        string bans = await http.GetStringAsync($"api/v1/rooms/{room.RoomId}/viewer-bans");
        #endregion
        return bans;
    }

    public static async Task ASetUpAsync(TimeProvider clock, RSA rsa, ConcurrentQueue<SandboxExchange> log, ILoggerFactory loggers)
    {
        #region A set-up
        await using var sandbox = await AmitySandbox.StartAsync(new AmitySandboxOptions
        {
            EnforceRateLimit = true,            // 429 beyond 100 requests in any 5 seconds per user; off by default
            TimeProvider = clock,               // the clock for dates and for the rate limit
            WatchTimeKey = rsa,                 // verify watch-time signatures; without it any signature will do
            RequireAuthTokens = true,           // sessions need the auth token of their user, as in secure mode
            RespondFromExamples = true,         // writes without state respond with the spec's examples instead of 501
            LoggerFactory = loggers,            // says once per operation that it responds with examples
            Observer = x => log.Enqueue(x),     // each request and response, without headers and secrets
            AdminToken = "test-admin",          // random by default, as is the Port
        });

        string viewer = sandbox.AddToken("ann");                              // an ordinary user
        string moderator = sandbox.AddToken("mia", canModerate: true);
        sandbox.AddUser("staff", displayName: "Stella", canBeBanned: false);
        sandbox.SetPresence("ann", isOnline: true);
        string authToken = sandbox.AddAuthToken("ann");                       // to open a session with
        string image = sandbox.AddImage();

        SandboxRoom parent = sandbox.AddRoom();
        SandboxRoom room = sandbox.AddRoom(r =>
        {
            r.RoomId = "room-1";
            r.Type = "coHosts";
            r.Status = "ended";
            r.CreatedBy = "host-1";
            r.ThumbnailFileId = image;
            r.ParentRoomId = parent.RoomId;
        });
        sandbox.AddParticipant(room.RoomId, "host-1", "host");
        sandbox.AddParticipant(room.RoomId, "ben");                           // a co-host
        sandbox.AddViewer(room.RoomId, "vic");                                // watches, until two heartbeats are missed
        sandbox.AddViewerBans(room.RoomId, ["troll"], bannedBy: "mia", bannedAt: sandbox.Now.AddMinutes(-5));
        sandbox.AddModerationLabel(room.RoomId, "violence");
        string playbackId = sandbox.AddRecording(room.RoomId);                // the ended room is now recorded

        sandbox.RevokeToken(viewer);                                          // 401 from here on
        sandbox.UseUpRateLimit("mia");                                        // 429 for the next 5 seconds
        sandbox.AddUsedNonce("nonce-1");                                      // a watch-time report with it fails

        SandboxRoom? now = sandbox.FindRoom(room.RoomId);                     // status, participants, recordings, isDeleted
        IReadOnlyList<string> banned = sandbox.BannedViewers(room.RoomId);    // user ids, oldest ban first
        long requests = sandbox.RequestCount;
        #endregion
        _ = (now, banned, requests, playbackId, authToken);
    }

    public static bool Documents(AmitySandbox sandbox)
    {
        #region Documents
        sandbox.Documents.Put("User", """{"userId":"ann","displayName":"Ann","avatarFileId":"f1"}""");
        sandbox.Documents.Put("Room", """{"roomId":"kitchen","title":"Friday cooking","createdBy":"ann"}""");

        JsonObject? kitchen = sandbox.Documents.Find("Room", "kitchen");      // a copy, as it is now
        IReadOnlyList<JsonObject> users = sandbox.Documents.All("User");      // oldest first
        bool removed = sandbox.Documents.Remove("Room", "kitchen");
        #endregion
        return removed && kitchen is not null && users.Count > 0;
    }

    public static void Scripts(AmitySandbox sandbox)
    {
        #region Scripts
        sandbox.Respond("updateRoom", request =>
        {
            string id = request.Value("roomId")!;
            sandbox.Documents.Put("Room", new JsonObject { ["roomId"] = id, ["title"] = (string?)request.Body["title"] });
            return SandboxResponse.Documents(id);                            // and everything that it refers to
        });
        sandbox.Respond("listRooms", _ => SandboxResponse.Json("""{"rooms":[],"paging":{}}"""));
        sandbox.Respond("banViewers", request => request.UserId == "mia"
            ? SandboxResponse.Success
            : SandboxResponse.Error(403, 400300, "Only mia bans here."));
        #endregion
    }

    public static async Task<bool> FaultsAsync(AmitySandbox sandbox, string moderator)
    {
        #region Faults
        sandbox.Faults.Next(SandboxFault.ResetAfterHandler, "banViewers");          // once; the ban is done, the response is lost
        sandbox.Faults.Next(SandboxFault.TooManyRequests, count: 20);               // a storm, on any operation
        sandbox.Faults.Always(SandboxFault.StalledBody, "listViewerBans");          // until Stop, Clear or Reset
        sandbox.Faults.Random(seed: 7, rate: 0.2);                                  // one request in five, any fault; or name some
        sandbox.Faults.ExpireTokens(moderator);                                     // 401 until a token made by AddToken comes

        sandbox.Faults.Latency = TimeSpan.FromSeconds(3);                           // also RetryAfter, OversizedBytes, NestingDepth,
        sandbox.Faults.RedirectAddress = new Uri("http://127.0.0.1:5005/");         // all with defaults

        await sandbox.Faults.WhenSettledAsync();                                    // nothing under way any more
        long resets = sandbox.Faults.Injected.GetValueOrDefault(SandboxFault.ResetAfterHandler);
        bool banned = sandbox.Faults.Ledger.Any(x => x.OperationId == "banViewers" && x.HandlerRan && x.TrueStatus == 200);
        #endregion
        return banned || resets > 0;
    }

    public static void Drift(AmitySandbox sandbox)
    {
        #region Drift
        sandbox.Drift.Add(SandboxDrift.NewField, "getRoom");        // every response of it, until Clear or Reset
        sandbox.Drift.Add(SandboxDrift.DateFormat);                 // of all operations; drifts add up
        #endregion
    }
}
