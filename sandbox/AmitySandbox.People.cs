using Amity.Sandbox.Areas.Presence;
using Amity.Sandbox.Areas.Sessions;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox;

// Users, their tokens, and keys.
public sealed partial class AmitySandbox
{
    /// <summary>A token that may do everything, as Bearer or in the header x-admin-token; another one after a call that renewed it.</summary>
    public string AdminToken => _state.Run(() => _credentials.AdminToken);

    /// <summary>The key of operations that only a backend calls, in the header x-server-key.</summary>
    public string ServerKey => _credentials.ServerKey;

    /// <summary>The key of operations that open sessions, in the header x-api-key.</summary>
    public string ApiKey => _credentials.ApiKey;

    /// <summary>Adds a user, or changes the one with this id.</summary>
    public SandboxUser AddUser(string userId, string? displayName = null, bool canBeBanned = true)
    {
        IdArgument.Check(userId);
        return _state.Run(() =>
        {
            var user = _state.SetUser(userId, displayName);
            _ = canBeBanned ? _state.ProtectedUsers.Remove(userId) : _state.ProtectedUsers.Add(userId);
            return new SandboxUser(user.Id, user.InternalId(), displayName, canBeBanned);
        });
    }

    /// <summary>Makes a token for a user, who need not exist before; a random one unless it is given. The admin token stays the admin's.</summary>
    public string AddToken(string userId, bool canModerate = false, string? token = null)
    {
        IdArgument.Check(userId);
        if (token is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(token);
        }

        token ??= Credentials.Create("user-token");
        Faults.Plan.Renew(token);
        return _state.Run(() =>
        {
            // Once rejected by a fault, the admin token is taken again, and stays what it is.
            if (token != _credentials.AdminToken)
            {
                _credentials.Add(token, new IssuedToken(new Caller(userId, canModerate, IsAdmin: false)));
            }

            return token;
        });
    }

    /// <summary>Makes a token with which a user can open a session within ten minutes; a random one unless it is given.</summary>
    public string AddAuthToken(string userId, string? token = null)
    {
        IdArgument.Check(userId);
        if (token is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(token);
        }

        return _state.Run(() => _credentials.AddAuthToken(userId, _state.Now + SessionOperations.AuthTokenLifetime, token));
    }

    /// <summary>Lets a user be online from now on, until two heartbeats are missed, or switches the user's presence off, as it is at first.</summary>
    public void SetPresence(string userId, bool isOnline)
    {
        IdArgument.Check(userId);
        _state.Run(() =>
        {
            _state.SetPresence(userId, isOnline);
            if (isOnline)
            {
                _state.NoteOnline(userId);
            }
        });
    }

    /// <summary>Makes a token invalid, as if it had expired; returns whether it was valid.</summary>
    public bool RevokeToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _state.Run(() => _credentials.Remove(token));
    }

    /// <summary>Lets a user's next request meet a 429, as if the user had just sent all that the limit allows.</summary>
    /// <exception cref="InvalidOperationException">The sandbox was started without EnforceRateLimit.</exception>
    public void UseUpRateLimit(string userId)
    {
        IdArgument.Check(userId);
        if (!_rateLimits.IsEnforced)
        {
            throw new InvalidOperationException($"Start the sandbox with {nameof(AmitySandboxOptions.EnforceRateLimit)} first.");
        }

        _rateLimits.Of(userId).Fill();
    }
}
