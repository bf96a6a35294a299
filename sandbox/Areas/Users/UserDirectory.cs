using System.Text.Json.Nodes;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas.Users;

/// <summary>The users; whoever is named for the first time comes into being.</summary>
internal static class UserDirectory
{
    public const string Type = "User";

    public static void AddTo(OperationHandlers handlers) => handlers.Keep(Type);

    public static Document GetOrAddUser(this SandboxState state, string userId) =>
        state.Documents.Of(Type).Find(userId) ?? state.SetUser(userId, displayName: null);

    /// <summary>Adds a user, or changes the name of the one with this id.</summary>
    public static Document SetUser(this SandboxState state, string userId, string? displayName)
    {
        var users = state.Documents.Of(Type);
        var now = state.Now.ToWire();
        if (users.Find(userId) is { } known)
        {
            known.Fields["displayName"] = displayName;
            known.Fields["updatedAt"] = now;
            return known;
        }

        var internalId = state.Ids.Next();
        return users.Put(userId, new JsonObject
        {
            ["userId"] = userId,
            ["userPublicId"] = userId,
            ["userInternalId"] = internalId,
            ["_id"] = internalId,
            ["path"] = $"{state.NetworkId}/user/{internalId}",
            ["displayName"] = displayName,
            ["roles"] = new JsonArray(),
            ["permissions"] = new JsonArray(),
            ["flagCount"] = 0,
            ["isGlobalBan"] = false,
            ["isBrand"] = false,
            ["isDeleted"] = false,
            ["createdAt"] = now,
            ["updatedAt"] = now,
        });
    }

    /// <summary>The internal id; a test may have put a user without one.</summary>
    public static string InternalId(this Document user) => user.Text("userInternalId") ?? user.Id;
}
