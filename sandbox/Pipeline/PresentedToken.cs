using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>The token that a request comes with.</summary>
internal sealed record PresentedToken(string Token, bool IsForAdmin = false)
{
    private const string BearerScheme = "Bearer ";

    public static PresentedToken? Of(HttpRequest request, OperationRules operation)
    {
        if (request.Headers.Authorization is [string authorization])
        {
            return authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
                ? new PresentedToken(authorization[BearerScheme.Length..].Trim())
                : null;
        }

        if (request.Headers["x-admin-token"] is [string adminToken])
        {
            return new PresentedToken(adminToken, IsForAdmin: true);
        }

        return operation.TakesSessionCookie && request.Cookies["_ascSession"] is { } session
            ? new PresentedToken(session)
            : null;
    }
}
