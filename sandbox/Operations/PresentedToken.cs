using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Operations;

/// <summary>The token that a request comes with, in one of the places that its operation allows.</summary>
internal sealed record PresentedToken(string Token, bool IsForAdmin)
{
    private const string BearerScheme = "Bearer ";
    private const string AdminHeader = "x-admin-token";

    public static PresentedToken? Of(HttpRequest request, ContractOperation operation) =>
        operation.Security.SelectMany(schemes => schemes).Select(scheme => Of(request, scheme)).FirstOrDefault(token => token is not null);

    /// <summary>The token in the place of a scheme; null when there is none, and when the scheme is a key's.</summary>
    public static PresentedToken? Of(HttpRequest request, SecurityScheme scheme) => scheme switch
    {
        { In: "cookie" } => request.Cookies[scheme.Name] is { } session ? new PresentedToken(session, IsForAdmin: false) : null,
        { Name: AdminHeader } => request.Headers[AdminHeader] is [{ } token] ? new PresentedToken(token, IsForAdmin: true) : null,
        { Name: "Authorization" } => Bearer(request),
        _ => null,
    };

    private static PresentedToken? Bearer(HttpRequest request) =>
        request.Headers.Authorization is [{ } authorization] && authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
            ? new PresentedToken(authorization[BearerScheme.Length..].Trim(), IsForAdmin: false)
            : null;
}
