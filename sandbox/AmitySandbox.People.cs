using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;

namespace Amity.Sandbox;

// Users and their tokens.
public sealed partial class AmitySandbox
{
    /// <summary>Adds a user, or changes the one with this id.</summary>
    public SandboxUser AddUser(string userId, string? displayName = null, bool canBeBanned = true)
    {
        IdArgument.Check(userId);
        lock (_state.Gate)
        {
            var user = _state.Users.Set(userId, displayName, canBeBanned);
            return new SandboxUser(user.UserId, user.UserInternalId, user.DisplayName, user.CanBeBanned);
        }
    }

    /// <summary>Makes a token for a user, who need not exist before; a random one unless it is given.</summary>
    public string AddToken(string userId, bool canModerate = false, string? token = null)
    {
        IdArgument.Check(userId);
        if (token is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(token);
        }

        token = _tokens.Add(new Caller(userId, canModerate, IsAdmin: false), token);
        Faults.Plan.Renew(token);
        return token;
    }

    /// <summary>Makes a token invalid, as if it had expired; returns whether it was valid.</summary>
    public bool RevokeToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _tokens.Remove(token);
    }

    /// <summary>Lets a user's next request response 429, as if the user had just sent all that the limit allows.</summary>
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
