using Amity.Sandbox.Contract;
using Amity.Sandbox.Pipeline;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>What needs no token: the contract itself, and the answer for every address that it does not name.</summary>
internal static class ContractEndpoints
{
    public const string YamlPath = "/openapi/amity.yaml";

    public static void MapContract(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(YamlPath, Serve);
        routes.Map("{**path}", NoSuchRoute).WithOrder(int.MaxValue);
    }

    private static FileContentHttpResult Serve(ApiContract contract) =>
        TypedResults.Bytes(contract.Yaml, "application/yaml");

    private static void NoSuchRoute() => throw Refuse.NotFound("Route");
}
