using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>What ConfigureHttpClient sets is sent with every request, or ends the start-up.</summary>
public sealed class HttpClientTests
{
    private static readonly (string Name, string Instead, Action<HttpClient> Set)[] Rejected =
    [
        ("BaseAddress", "AmityNetworkOptions.BaseAddress", http => http.BaseAddress = new Uri("http://127.0.0.1:1/")),
        ("Timeout", "AmityNetworkOptions.Client.AttemptTimeout or *.Client.Timeout", http => http.Timeout = TimeSpan.FromSeconds(100)),
        ("MaxResponseContentBufferSize", "AmityNetworkOptions.Client.MaxResponseBytes", http => http.MaxResponseContentBufferSize = 1000),
        ("DefaultRequestVersion", "the version of each request *", http => http.DefaultRequestVersion = HttpVersion.Version20),
        ("DefaultVersionPolicy", "the version *", http => http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact),
        ("the header Authorization", "*.Token or *.AdminToken", http => http.DefaultRequestHeaders.Add("authorization", "Bearer hush")),
        ("the header x-admin-token", "*.Token or *.AdminToken", http => http.DefaultRequestHeaders.Add("X-Admin-Token", "hush")),
        ("the header x-api-key", "*.ApiKey or *.ServerKey", http => http.DefaultRequestHeaders.Add("X-API-Key", "hush")),
        ("the header x-server-key", "*.ApiKey or *.ServerKey", http => http.DefaultRequestHeaders.Add("x-server-key", "hush")),
    ];

    private static IEnumerable<TestCaseData> RejectedCases =>
        Rejected.Select(item => new TestCaseData(item.Set, $"sets {item.Name}: set {item.Instead} instead.").SetArgDisplayNames(item.Name));

    [Test]
    public async Task Headers_OfTheClientItsDefaultsAndItsName_AreSent([Values] bool defaultsFirst)
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        var collection = new ServiceCollection().AddSingleton(new Tenant("kitchen"));
        void AddDefaults() => collection.ConfigureHttpClientDefaults(clients =>
            clients.ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Application", "desk")));
        if (defaultsFirst)
        {
            AddDefaults();
        }

        collection.AddAmity("eu", options => (options.BaseAddress, options.Token) = (server.Address, "token"))
            .ConfigureHttpClient((services, http) =>
                http.DefaultRequestHeaders.Add("X-Tenant", services.GetRequiredService<Tenant>().Name));
        collection.AddHttpClient("Amity:eu", http => http.DefaultRequestHeaders.UserAgent.ParseAdd("desk/1.0"));
        if (!defaultsFirst)
        {
            AddDefaults();
        }

        await using var services = collection.BuildServiceProvider();
        using var client = services.GetRequiredKeyedService<AmityClient>("eu");
        using var other = client.WithCredential(AmityCredential.Bearer("other"));

        await client.Rooms.ListRoomsAsync().GetPageAsync();
        await other.Rooms.ListRoomsAsync().GetPageAsync();

        string[] sent = ["X-Tenant: kitchen", "X-Application: desk", "User-Agent: Amity/", " desk/1.0"];
        server.Heads.Should().HaveCount(2).And.OnlyContain(head => sent.All(head.Contains));
    }

    [TestCaseSource(nameof(RejectedCases))]
    public async Task Setting_ThatTheClientDoesNotFollow_EndsTheStart(Action<HttpClient> set, string message)
    {
        using var host = HostOf(set);

        var start = () => host.StartAsync();

        var rejection = await start.Should().ThrowAsync<OptionsValidationException>()
            .WithMessage($"ConfigureHttpClient of the connections 'Amity' {message}");
        rejection.Which.ToString().Should().NotContain("hush");
    }

    [Test]
    public async Task Timeout_OfTheApplicationsDefaults_CanBeUndoneForTheClient()
    {
        using var host = HostOf(http => http.Timeout = Timeout.InfiniteTimeSpan, services =>
            services.ConfigureHttpClientDefaults(clients => clients.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10))));

        await host.StartAsync();

        host.Services.GetRequiredService<AmityClient>().Should().NotBeNull();
    }

    private static IHost HostOf(Action<HttpClient> set, Action<IServiceCollection>? add = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAmity(options => (options.Region, options.Token) = ("eu", "token")).ConfigureHttpClient(set);
        add?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed record Tenant(string Name);
}
