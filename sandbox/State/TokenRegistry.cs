using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amity.Sandbox.Pipeline;

namespace Amity.Sandbox.State;

/// <summary>The tokens that the sandbox takes, and whom each stands for.</summary>
internal sealed class TokenRegistry
{
    private readonly ConcurrentDictionary<string, Caller> _callers = new(StringComparer.Ordinal);

    public TokenRegistry(string? adminToken) =>
        AdminToken = Add(new Caller(AmitySandbox.AdminUserId, CanModerate: true, IsAdmin: true), adminToken);

    public string AdminToken { get; }

    public IReadOnlyList<string> All => [.. _callers.Keys];

    public string Add(Caller caller, string? token)
    {
        token ??= $"sandbox-{(caller.IsAdmin ? "admin" : "user")}-token-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
        _callers[token] = caller;
        return token;
    }

    public Caller? Find(string token) => _callers.GetValueOrDefault(token);

    public bool Remove(string token) => _callers.TryRemove(token, out _);
}
