using Amity.Sandbox.Contract;
using Amity.Sandbox.State;

using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Finds out who calls an operation of the contract; everything else is open to all.</summary>
internal sealed class Authentication(RequestDelegate next, TokenRegistry tokens)
{
    private const string BearerScheme = "Bearer ";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Operation() is { } operation)
        {
            context.Features.Set(FindCaller(context.Request, operation) ?? throw Refuse.Unauthorized());
        }

        return next(context);
    }

    private Caller? FindCaller(HttpRequest request, ApiOperation operation)
    {
        if (request.Headers.Authorization is [string authorization])
        {
            return authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
                ? tokens.Find(authorization[BearerScheme.Length..].Trim())
                : null;
        }

        if (request.Headers["x-admin-token"] is [string adminToken])
        {
            return tokens.Find(adminToken) is { IsAdmin: true } admin ? admin : null;
        }

        return operation.TakesSessionCookie && request.Cookies["_ascSession"] is { } session
            ? tokens.Find(session)
            : null;
    }
}
