using System.Security.Cryptography;

namespace Amity.Sandbox.Operations;

/// <summary>The tokens and keys that the sandbox takes; whoever reads or changes them holds the state's lock.</summary>
internal sealed class Credentials
{
    private static readonly Caller Admin = new(AmitySandbox.AdminUserId, CanModerate: true, IsAdmin: true);

    private readonly TimeProvider _time;
    private readonly Dictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string UserId, DateTimeOffset ExpiresAt)> _authTokens = new(StringComparer.Ordinal);

    public Credentials(TimeProvider time, string? adminToken)
    {
        _time = time;
        AdminToken = adminToken ?? Create("admin-token");
        _tokens[AdminToken] = new IssuedToken(Admin);
    }

    public string AdminToken { get; private set; }

    /// <summary>The key of the operations that only a backend calls.</summary>
    public string ServerKey { get; } = Create("server-key");

    /// <summary>The key of the operations that open sessions.</summary>
    public string ApiKey { get; } = Create("api-key");

    public IReadOnlyList<string> Tokens => [.. _tokens.Keys];

    /// <summary>A new token or key, random and named after its use.</summary>
    public static string Create(string use) => $"sandbox-{use}-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";

    public void Add(string token, IssuedToken issued) => _tokens[token] = issued;

    /// <summary>Whom a token stands for; null when it is unknown or has expired.</summary>
    public Caller? Find(string token) => _tokens.TryGetValue(token, out var issued) && !(issued.ExpiresAt <= _time.GetUtcNow()) ? issued.Caller : null;

    public bool Remove(string token) => _tokens.Remove(token);

    /// <summary>Removes the tokens that a condition is true for; returns how many there were.</summary>
    public int RemoveTokens(Func<IssuedToken, bool> condition)
    {
        List<string> removed = [.. _tokens.Where(token => condition(token.Value)).Select(token => token.Key)];
        removed.ForEach(token => _tokens.Remove(token));
        return removed.Count;
    }

    /// <summary>Makes a token with which a user can open a session; it is not one to call with.</summary>
    public string AddAuthToken(string userId, DateTimeOffset expiresAt, string? token = null)
    {
        token ??= Create("auth-token");
        _authTokens[token] = (userId, expiresAt);
        return token;
    }

    /// <summary>The user whom an auth token is of; null when it is unknown or has expired.</summary>
    public string? FindAuthTokenUser(string token) =>
        _authTokens.TryGetValue(token, out var issued) && issued.ExpiresAt > _time.GetUtcNow() ? issued.UserId : null;

    /// <summary>Puts a new admin token in place of the old one.</summary>
    public string RenewAdminToken(DateTimeOffset expiresAt)
    {
        _tokens.Remove(AdminToken);
        AdminToken = Create("admin-token");
        _tokens[AdminToken] = new IssuedToken(Admin, ExpiresAt: expiresAt);
        return AdminToken;
    }
}

/// <summary>What a token stands for.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="DeviceId">The device of the session that it belongs to; null when it belongs to none.</param>
/// <param name="ExpiresAt">When it stops being valid; null when it never does.</param>
internal sealed record IssuedToken(Caller Caller, string? DeviceId = null, DateTimeOffset? ExpiresAt = null);
