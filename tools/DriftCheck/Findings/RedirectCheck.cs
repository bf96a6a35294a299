using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds redirects that nobody announced, or that a client could not follow safely.</summary>
internal static class RedirectCheck
{
    public static IEnumerable<Finding> Find(Exchange exchange, DocumentedOperation operation)
    {
        if (!exchange.Redirects || exchange.Status == 304)
        {
            return [];
        }

        // The contract knows the redirects to recordings only, whose addresses are signed, so they must be safe.
        var target = TargetOf(exchange);
        var problem = (target, operation.Declares(exchange.Status)) switch
        {
            (null, _) => "a redirect without a usable Location",
            (_, false) => $"redirects to {target.Host}",
            ({ Scheme: "https" } or { Scheme: "http", IsLoopback: true }, _) => null,
            _ => $"redirects to {target.Host} over {target.Scheme}",
        };
        return problem is null ? [] : [new Finding(FindingKind.RedirectHost, operation.Id, "", problem)];
    }

    // Of the web only: anything else has no host to name.
    public static Uri? TargetOf(Exchange exchange) =>
        exchange.Headers.ValueOf("Location") is { Length: > 0 } location && Uri.TryCreate(exchange.Address, location, out var target)
            && target is { Scheme: "http" or "https", Host.Length: > 0 } ? target : null;
}
