using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

using Scalar.AspNetCore;

namespace Amity.Sandbox.Endpoints;

/// <summary>The root: a page to read the contract on and to try it out, which asks nobody but the sandbox for anything.</summary>
internal static class ReferenceEndpoints
{
    public static void MapReference(this IEndpointRouteBuilder routes) => routes
        .MapScalarApiReference("/", page => page
            .WithTitle("Amity.Sandbox")
            .AddDocument("amity", "Room API", ContractEndpoints.YamlPath)
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp())
        .Add(AtTheRootOnly);

    // Scalar would also answer every other address of one segment, as the name of a document.
    private static void AtTheRootOnly(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && route.RoutePattern.Parameters.Count > 0)
        {
            route.RoutePattern = RoutePatternFactory.Parse("/");
        }
    }
}
