using System.Security.Cryptography;
using System.Text;
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
        handlers.Add("createAuthToken", call => call.PlainText(CreateAuthToken(call.Text("userId")!, call.Now)));
        handlers.Add("createAuthTokenV3", call => call.Json(JsonValue.Create(CreateAuthToken(call.Query("userId")!, call.Now))));
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

    // Nobody has an id for a device alone, so each gets one, and keeps it; the device's own would be too long.
    private OperationReply OpenForDevice(SandboxCall call, string userType)
    {
        var device = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Text("deviceId")!)))[..24];
        return Open(call, call.State.GetOrAddUser($"{userType}-{device}"), new JsonObject { ["userType"] = userType });
    }

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

        var users = call.State.Documents.Of(UserDirectory.Type);
        var user = call.QueryFlag("isPublic") == false ? users.FindByAnyId(userId) : users.Find(userId);
        var ended = credentials.RemoveTokens(token => token.Caller.UserId == (user?.Id ?? userId) && !token.Caller.IsAdmin);
        return user is null && ended == 0 ? Reject.NotFound("User") : call.Done();
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
