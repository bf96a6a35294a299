using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Operations;

/// <summary>Finds out who calls an operation.</summary>
internal sealed class Authentication(Credentials credentials)
{
    /// <summary>The caller; null when the request has none of the credentials that the operation takes.</summary>
    public Caller? FindCaller(HttpRequest request, ContractOperation operation) => operation.Security.Count == 0
        ? Caller.Anonymous
        : operation.Security.Select(schemes => FindCaller(request, schemes)).FirstOrDefault(caller => caller is not null);

    // Every scheme of an alternative must be met; a token says more of the caller than a key.
    private Caller? FindCaller(HttpRequest request, IReadOnlyList<SecurityScheme> schemes)
    {
        List<Caller?> callers = [.. schemes.Select(scheme => FindCaller(request, scheme))];
        return callers.Contains(null) ? null : callers.OrderByDescending(caller => caller!.UserId is not null).FirstOrDefault() ?? Caller.Anonymous;
    }

    private Caller? FindCaller(HttpRequest request, SecurityScheme scheme) => scheme.Name switch
    {
        "x-server-key" => request.Headers[scheme.Name] == credentials.ServerKey ? Caller.Anonymous : null,
        "x-api-key" => request.Headers[scheme.Name] == credentials.ApiKey ? Caller.Anonymous : null,
        _ => PresentedToken.Of(request, scheme) is { } token && credentials.Find(token.Token) is { } caller && (caller.IsAdmin || !token.IsForAdmin)
            ? caller
            : null,
    };
}
