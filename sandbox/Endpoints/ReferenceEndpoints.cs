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
            .AddDocument("amity", "social.plus API", ContractEndpoints.JsonPath)
            .AddPreferredSecuritySchemes("bearer", "apiKey", "serverKey")
            .AddHttpAuthentication("bearer", bearer => bearer.WithToken(AdminTokenOf(context)))
            .AddApiKeyAuthentication("apiKey", key => key.WithValue(CredentialsOf(context).ApiKey))
            .AddApiKeyAuthentication("serverKey", key => key.WithValue(CredentialsOf(context).ServerKey))
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools())
        .AddEndpointFilter(ForbidOtherHosts)
        .Add(AtTheRootOnly);

    private static string AdminTokenOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<SandboxState>().Run(() => CredentialsOf(context).AdminToken);

    private static Credentials CredentialsOf(HttpContext context) => context.RequestServices.GetRequiredService<Credentials>();

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
