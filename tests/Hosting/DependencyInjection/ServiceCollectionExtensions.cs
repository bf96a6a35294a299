using Microsoft.Extensions.DependencyInjection;

namespace Amity.Tests.Hosting.DependencyInjection;

internal static class ServiceCollectionExtensions
{
    /// <summary>Adds a named network and gives the collection back.</summary>
    public static IServiceCollection Network(this IServiceCollection services, string name, Uri address, string token)
    {
        services.AddAmity(name, options => (options.BaseAddress, options.Token) = (address, token));
        return services;
    }
}
