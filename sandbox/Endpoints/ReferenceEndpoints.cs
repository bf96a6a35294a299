using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace Amity.Sandbox.Endpoints;

/// <summary>The root: a page to read the contract on, and to send requests to the sandbox from, as its admin.</summary>
internal static class ReferenceEndpoints
{
    // Addresses in responses, such as where a recording is, are made up, but a browser would follow them.
    private const string NoOtherHost = "default-src 'self' 'unsafe-inline' data: blob:";

    public static void MapReference(this IEndpointRouteBuilder routes) => routes
        .MapScalarApiReference("/", (page, context) => page
            .WithTitle("Amity.Sandbox")
            .AddDocument("amity", "Room API", ContractEndpoints.JsonPath)
            .AddPreferredSecuritySchemes("bearer")
            .AddHttpAuthentication("bearer", bearer => bearer.WithToken(AdminTokenOf(context)))
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools())
        .AddEndpointFilter(ForbidOtherHosts)
        .Add(AtTheRootOnly);

    private static string AdminTokenOf(HttpContext context)
    {
        var services = context.RequestServices;
        return services.GetRequiredService<SandboxState>().Run(() => services.GetRequiredService<Credentials>().AdminToken);
    }

    private static ValueTask<object?> ForbidOtherHosts(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.ContentSecurityPolicy = NoOtherHost;
        return next(call);
    }

    // Scalar would also respond to every other address of one segment, as the name of a document.
    private static void AtTheRootOnly(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && route.RoutePattern.Parameters.Count > 0)
        {
            route.RoutePattern = RoutePatternFactory.Parse("/");
        }
    }
}
