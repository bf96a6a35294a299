using System.Text.Json.Nodes;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas.Sessions;

/// <summary>Tokens of users and of the administrator: making them, opening sessions with them, and ending those.</summary>
internal sealed class SessionOperations(Credentials credentials, bool requireAuthTokens)
{
    public static readonly TimeSpan AuthTokenLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan AdminTokenLifetime = TimeSpan.FromDays(365);

    private static readonly string[] UserFields = ["displayName", "profileHandle"];

    public void AddTo(OperationHandlers handlers)
    {
        handlers.Add("createAuthToken", call => OperationReply.Text(200, CreateAuthToken(call.Text("userId")!, call.Now)));
        handlers.Add("createAuthTokenV3", call => OperationReply.Json(200, JsonValue.Create(CreateAuthToken(call.Query("userId")!, call.Now))));
        handlers.Add("createSession", call => OpenForUser(call, new JsonObject { ["userType"] = "signed-in" }));
        handlers.Add("createSessionV4", call => OpenForUser(call, new JsonObject { ["refreshToken"] = Credentials.Create("refresh-token") }));
        handlers.Add("createSessionV3", call => OpenForUser(call, new JsonObject { ["refreshToken"] = Credentials.Create("refresh-token") }));
        handlers.Add("createVisitorSession", call => OpenForDevice(call, "visitor"));
        handlers.Add("createBotSession", call => OpenForDevice(call, "bot"));
        handlers.Add("checkSession", call => call.Json(new JsonObject { ["lastCachePurge"] = call.State.StartedAt.ToWire() }));
        handlers.Add("deleteSession", Delete);
        handlers.Add("deleteUserSessions", call => EndSessionsOf(call, call.Path("userId")));
        handlers.Add("createAdminToken", RenewAdminToken);
        handlers.Add("getDataExportLocation", call => call.Caller.IsAdmin
            ? OperationReply.Redirect($"https://export.example.com/{Uri.EscapeDataString(call.Query("dataType")!)}.csv?signature=sandbox")
            : Reject.Forbidden());
    }

    private string CreateAuthToken(string userId, DateTimeOffset now) => credentials.AddAuthToken(userId, now + AuthTokenLifetime);

    private OperationReply OpenForUser(SandboxCall call, JsonObject fields)
    {
        var userId = call.Text("userId")!;
        var authToken = call.Text("authToken");
        if (authToken is null ? requireAuthTokens : credentials.FindAuthTokenUser(authToken) != userId)
        {
            return Reject.Unauthorized();
        }

        var user = call.State.GetOrAddUser(userId);
        foreach (var field in UserFields.Where(field => call.Text(field) is not null))
        {
            user.Fields[field] = call.Text(field);
        }

        return Open(call, user, fields);
    }

    // Nobody has an id for a device alone, so each gets one, and keeps it.
    private OperationReply OpenForDevice(SandboxCall call, string userType) =>
        Open(call, call.State.GetOrAddUser($"{userType}-{call.Text("deviceId")}"), new JsonObject { ["userType"] = userType });

    private OperationReply Open(SandboxCall call, Document user, JsonObject fields)
    {
        var deviceId = call.Text("deviceId")!;
        credentials.RemoveTokens(token => token.DeviceId == deviceId);
        var (accessToken, expiresAt) = (Credentials.Create("access-token"), call.Now + SessionLifetime);
        credentials.Add(accessToken, new IssuedToken(new Caller(user.Id, CanModerate: false, IsAdmin: false), deviceId, expiresAt));
        fields["accessToken"] = accessToken;
        fields["issuedAt"] = call.Now.ToWire();
        fields["expiresAt"] = expiresAt.ToWire();
        return call.Entities([user], fields);
    }

    private OperationReply Delete(SandboxCall call)
    {
        if (call.Query("userId") is { } userId)
        {
            return EndSessionsOf(call, userId);
        }

        // An admin token is no session, and outlives this.
        if (!call.Caller.IsAdmin)
        {
            credentials.Remove(call.Token!);
        }

        return call.Done();
    }

    private OperationReply EndSessionsOf(SandboxCall call, string userId)
    {
        if (!call.Caller.IsAdmin)
        {
            return Reject.Forbidden();
        }

        if (call.Find(UserDirectory.Type, userId) is not { } user)
        {
            return Reject.NotFound("User");
        }

        credentials.RemoveTokens(token => token.Caller.UserId == user.Id && !token.Caller.IsAdmin);
        return call.Done();
    }

    private OperationReply RenewAdminToken(SandboxCall call)
    {
        if (!call.Caller.IsAdmin)
        {
            return Reject.Forbidden();
        }

        var expiresAt = call.Now + AdminTokenLifetime;
        return call.Json(new JsonObject
        {
            ["adminToken"] = credentials.RenewAdminToken(expiresAt),
            ["issuedAt"] = call.Now.ToWire(),
            ["expiresAt"] = expiresAt.ToWire(),
        });
    }
}
