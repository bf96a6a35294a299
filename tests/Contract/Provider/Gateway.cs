using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Tests.Contract.Provider;

/// <summary>Puts a provider below a base path, and redirects requests from elsewhere to there, as gateways do.</summary>
internal static class Gateway
{
    public static Task<LoopbackServer> StartAsync(Uri provider, string basePath) => LoopbackServer.StartAsync(async context =>
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith($"{basePath}/", StringComparison.Ordinal))
        {
            await new ProviderResponse(StatusCodes.Status307TemporaryRedirect, null, basePath + target, []).WriteAsync(context.Response);
            return;
        }

        var credential = context.Request.Headers.Authorization.ToString();
        using var client = new ProviderClient(provider);
        var response = await client.GetAsync(target[basePath.Length..], credential.Replace("Bearer ", "", StringComparison.Ordinal));
        await response.WriteAsync(context.Response);
    });
}
