namespace Amity.Sandbox.Operations;

/// <summary>Whom a request's credentials stand for.</summary>
/// <param name="UserId">The user; null where the credential is a key, or none was needed.</param>
/// <param name="CanModerate">Whether the user may moderate.</param>
/// <param name="IsAdmin">Whether the token may do everything.</param>
internal sealed record Caller(string? UserId, bool CanModerate, bool IsAdmin)
{
    /// <summary>Somebody with a key, or anybody where no credential is needed.</summary>
    public static readonly Caller Anonymous = new(null, CanModerate: false, IsAdmin: false);
}
