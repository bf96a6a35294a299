using Microsoft.Extensions.DependencyInjection;

namespace Amity.Tests.Hosting.Proxies;

/// <summary>This assembly as a program: lists the rooms at an address. .NET reads a proxy from the environment once per process.</summary>
internal static class ListingProgram
{
    public static async Task Main(string[] arguments)
    {
        var collection = new ServiceCollection();
        collection.AddAmity(options =>
        {
            (options.BaseAddress, options.AdminToken) = (new Uri(arguments[0]), arguments[1]);
            options.Client.AllowInsecureHttp = true;
        });
        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();
    }
}
