using Amity.Sandbox.Contract;
using Amity.Sandbox.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>What needs no token: the contract itself, and the response for every address that it does not name.</summary>
internal static class ContractEndpoints
{
    public const string JsonPath = "/openapi/amity.json";

    public static void MapContract(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(JsonPath, Serve);
        routes.Map("{**path}", NoSuchRoute).WithOrder(int.MaxValue);
    }

    // The host as it was requested: a page at localhost may not send requests to 127.0.0.1.
    private static ContentHttpResult Serve(ServiceContract contract, HttpRequest request) =>
        TypedResults.Text(contract.Served.At($"{request.Scheme}://{request.Host}"), "application/json");

    private static Task NoSuchRoute(HttpContext context) => Reject.NotFound("Route").WriteAsync(context.Response);
}
