using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Contract;

/// <summary>Ties endpoints to operations: each carries the operation that its name is the id of.</summary>
internal static class EndpointOperation
{
    public static void AttachOperations(this IEndpointConventionBuilder endpoints, ContractRules contract) =>
        endpoints.Finally(endpoint =>
        {
            var name = endpoint.Metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;
            endpoint.Metadata.Add(contract.Find(name ?? "")
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} is named after no operation of the contract."));

            // Routing would reject a wrong content type in its own way; the operation's body rule has the documented one.
            foreach (var accepts in endpoint.Metadata.OfType<IAcceptsMetadata>().ToList())
            {
                endpoint.Metadata.Remove(accepts);
            }
        });

    /// <summary>The operation that a request is for, null outside the contract.</summary>
    public static OperationRules? Operation(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OperationRules>();
}
