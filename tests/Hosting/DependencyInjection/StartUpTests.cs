using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>An application that is set up wrong does not start, and says by which key.</summary>
public sealed class StartUpTests
{
    private const string Secret = "hush-hush";

    private static readonly Dictionary<string, string?> Good = new() { ["Amity:Eu:Region"] = "EU", ["Amity:Eu:Token"] = Secret };

    [Test]
    public async Task Start_EverySetting_IsRead()
    {
        using var host = HostOf(new(Good)
        {
            ["Amity:Eu:ApiKey"] = "api-key",
            ["Amity:Eu:ServerKey"] = "server-key",
            ["Amity:Eu:RateLimit:Requests"] = "33",
            ["Amity:Eu:RateLimit:Window"] = "00:00:06",
            ["Amity:Eu:Client:AllowInsecureHttp"] = "true",
            ["Amity:Eu:Client:RateLimiting"] = "false",
            ["Amity:Eu:Client:MaxRetries"] = "7",
            ["Amity:Eu:Client:MaxRetryAfter"] = "00:00:08",
            ["Amity:Eu:Client:AttemptTimeout"] = "00:00:09",
            ["Amity:Eu:Client:Timeout"] = "00:01:00",
            ["Amity:Eu:Client:MaxResponseBytes"] = "1000",
            ["Amity:Eu:Client:MaxJsonDepth"] = "11",
            ["Amity:Eu:Client:MaxJsonValues"] = "1234",
            ["amity:eu:client:maxpages"] = "12",
            ["Amity:Eu:Client:PrefetchPages"] = "2",
            ["Amity:Eu:Client:BulkConcurrency"] = "3",
        });

        await host.StartAsync();

        host.Services.GetRequiredKeyedService<AmityClient>("eu").Should().NotBeNull();
        host.Services.GetRequiredService<IOptionsMonitor<AmityNetworkOptions>>().Get("eu").Should().BeEquivalentTo(new
        {
            Region = "EU",
            Token = Secret,
            ApiKey = "api-key",
            ServerKey = "server-key",
            RateLimit = new { Requests = 33, Window = TimeSpan.FromSeconds(6) },
            Client = new
            {
                AllowInsecureHttp = true,
                RateLimiting = false,
                MaxRetries = 7,
                MaxRetryAfter = TimeSpan.FromSeconds(8),
                AttemptTimeout = TimeSpan.FromSeconds(9),
                Timeout = TimeSpan.FromMinutes(1),
                MaxResponseBytes = 1000,
                MaxJsonDepth = 11,
                MaxJsonValues = 1234,
                MaxPages = 12,
                PrefetchPages = 2,
                BulkConcurrency = 3,
            },
        });
    }

    [TestCase("Amity:Eu:Client:Speed", typeof(AmityClientOptions))]
    [TestCase("Amity:Eu:RateLimit:Speed", typeof(AmityRateLimitOptions))]
    [TestCase("Amity:Eu:Speed", typeof(AmityNetworkOptions))]
    public async Task Start_UnknownSetting_IsToldEveryOptionThatASectionCanExpress(string key, Type type)
    {
        // Keys are the network's, and stand once in its section.
        string[] elsewhere = type == typeof(AmityClientOptions) ? [nameof(AmityClientOptions.ApiKey), nameof(AmityClientOptions.ServerKey)] : [];
        var options = type.GetProperties().Where(property => IsText(property.PropertyType)).Select(property => property.Name).Except(elsewhere);
        using var host = HostOf(new(Good) { [key] = "high" });

        var rejection = await FluentActions.Awaiting(() => host.StartAsync()).Should().ThrowAsync<OptionsValidationException>();

        rejection.Which.Message.Split("the settings here are ")[1].TrimEnd('.').Split(", ").Should().BeEquivalentTo(options);
    }

    [Test]
    public async Task Start_EnvironmentVariablesInCapitals_AreRead()
    {
        var variables = new Dictionary<string, string> { ["REGION"] = "eu", ["ADMINTOKEN"] = Secret, ["CLIENT__MAXPAGES"] = "12" };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable($"STARTUPTESTS_AMITY__{name}", value);
        }

        builder.Configuration.AddEnvironmentVariables("STARTUPTESTS_");
        foreach (var name in variables.Keys)
        {
            Environment.SetEnvironmentVariable($"STARTUPTESTS_AMITY__{name}", null);
        }

        builder.Services.AddAmity(builder.Configuration.GetSection("Amity"));
        using var host = builder.Build();

        await host.StartAsync();

        host.Services.GetRequiredService<IOptions<AmityNetworkOptions>>().Value.Client.MaxPages.Should().Be(12);
    }

    [TestCase("Amity:Eu:Region", "hush-hush", "Amity:Eu:Region: the value is not a region; the regions are us, eu and sg.")]
    [TestCase("Amity:Eu:Region", null, "Amity:Eu:Region is missing: name the region, or give Amity:Eu:BaseAddress.")]
    [TestCase("Amity:Eu:BaseAddress", "https://proxy/", "Amity:Eu:Region and Amity:Eu:BaseAddress are given together: keep one, *")]
    [TestCase("Amity:Eu:BaseAddress", "hush-hush", "Amity:Eu:BaseAddress: the value is not an absolute address such as https://*")]
    [TestCase("Amity:Eu:Region", "", "Amity:Eu:Region is missing: name the region, or give Amity:Eu:BaseAddress.")]
    [TestCase("Amity:Eu:Token", "", "Amity:Eu:Token is missing: give it, or Amity:Eu:AdminToken, or only Amity:Eu:ApiKey or Amity:Eu:ServerKey.")]
    [TestCase("Amity:Eu:Token:0", "hush-hush", "Amity:Eu:Token takes one value, not a section or a list.")]
    [TestCase("Amity:Eu:Tokn", "", "Amity:Eu:Tokn is not a setting; the settings here are *")]
    [TestCase("Amity:Eu:Client", "hush-hush", "Amity:Eu:Client is a section and takes no value.")]
    [TestCase("Amity:Eu:Client:MaxRetries:0", "1", "Amity:Eu:Client:MaxRetries takes one value, not a section or a list.")]
    [TestCase("Amity:Eu:Token", null, "Amity:Eu:Token is missing: give it, or Amity:Eu:AdminToken, or only Amity:Eu:ApiKey or Amity:Eu:ServerKey.")]
    [TestCase("Amity:Eu:Token", "hush-hush with spaces", "Amity:Eu:Token: The token is empty, or has white space or characters outside ASCII.")]
    [TestCase("Amity:Eu:AdminToken", "hush-hush", "Amity:Eu:Token and Amity:Eu:AdminToken are given together: keep one, *")]
    [TestCase("Amity:Eu:Tokn", "hush-hush", "Amity:Eu:Tokn is not a setting; the settings here are Region, BaseAddress, Token, AdminToken, ApiKey, ServerKey.")]
    [TestCase("Amity:Eu:ApiKey", "hush-hush with spaces", "Amity:Eu:ApiKey: The key is empty, or has white space or characters outside ASCII.")]
    [TestCase("Amity:Eu:ServerKey", "hush-hush\r\nX-Evil: 1", "Amity:Eu:ServerKey: The key is empty, or has white space or characters outside ASCII.")]
    [TestCase("Amity:Eu:Client:ApiKey", "hush-hush", "Amity:Eu:Client:ApiKey is not a setting; the settings here are *")]
    [TestCase("Amity:Eu:RateLimit", "33", "Amity:Eu:RateLimit is a section and takes no value.")]
    [TestCase("Amity:Eu:RateLimit:Requests", "hush-hush", "Amity:Eu:RateLimit:Requests: the value is not a whole number up to 2147483647.")]
    [TestCase("Amity:Eu:RateLimit:Requests", "0", "Amity:Eu:RateLimit:Requests: Requests is 0; the limit is at least 1.")]
    [TestCase("Amity:Eu:RateLimit:Window", "5", "Amity:Eu:RateLimit:Window: the value is not a time span such as 00:00:30.")]
    [TestCase("Amity:Eu:RateLimit:Window", "00:00:00", "Amity:Eu:RateLimit:Window: Window is 00:00:00; the limit is 00:00:00.0010000 to 1.00:00:00.")]
    [TestCase("Amity:Eu:Client:Timeout", "30", "Amity:Eu:Client:Timeout: the value is not a time span such as 00:00:30.")]
    [TestCase("Amity:Eu:Client:Timeout", "hush-hush", "Amity:Eu:Client:Timeout: the value is not a time span such as 00:00:30.")]
    [TestCase("Amity:Eu:Client:RateLimiting", "hush-hush", "Amity:Eu:Client:RateLimiting: the value is not true or false.")]
    [TestCase("Amity:Eu:Client:MaxRetries", "hush-hush", "Amity:Eu:Client:MaxRetries: the value is not a whole number up to 2147483647.")]
    [TestCase("Amity:Eu:Client:MaxRetries", "2147483648", "Amity:Eu:Client:MaxRetries: the value is not a whole number up to 2147483647.")]
    [TestCase("Amity:Eu:Client:MaxRetries", "-1", "Amity:Eu:Client:MaxRetries: MaxRetries is -1; the limit is at least 0.")]
    [TestCase("Amity:Eu:Client:Handler", "x", "Amity:Eu:Client:Handler is not a setting; the settings here are AllowInsecureHttp, *")]
    public async Task Start_BadSetting_IsRejectedByItsKey(string key, string? value, string message)
    {
        using var host = HostOf(new(Good) { [key] = value });

        await RejectedAsync(host, message);
    }

    [TestCase("Amity:Eu:ApiKey")]
    [TestCase("Amity:Eu:ServerKey")]
    public async Task Start_KeyAlone_IsEnough(string key)
    {
        using var host = HostOf(new() { ["Amity:Eu:Region"] = "eu", [key] = Secret });

        await host.StartAsync();

        var read = () => host.Services.GetRequiredKeyedService<RoomsClient>("eu").GetRoomAsync("room");
        await read.Should().ThrowAsync<InvalidOperationException>().WithMessage("getRoom needs a credential, *");
    }

    [Test]
    public async Task Start_KeyAloneFromTheClientsOptions_IsEnough()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAmity(options => (options.Region, options.Client.ServerKey) = ("eu", Secret));
        using var host = builder.Build();

        await host.StartAsync();

        host.Services.GetRequiredService<AmityClient>().Should().NotBeNull();
    }

    [Test]
    public async Task Start_RateLimitBesideAKeyAlone_IsRejected()
    {
        using var host = HostOf(new() { ["Amity:Eu:Region"] = "eu", ["Amity:Eu:ApiKey"] = Secret, ["Amity:Eu:RateLimit:Requests"] = "33" });

        await RejectedAsync(host, "Amity:Eu:RateLimit is given, but no credential that it would limit.");
    }

    [Test]
    public async Task Start_MissingSection_IsRejected()
    {
        using var host = HostOf([]);

        await RejectedAsync(host, "The configuration has no section 'Amity:Eu'.");
    }

    [Test]
    public async Task Start_PlainHttpBeyondThisMachine_IsRejected()
    {
        using var host = HostOf(new() { ["Amity:Eu:BaseAddress"] = "http://proxy.example/", ["Amity:Eu:Token"] = Secret });

        await RejectedAsync(host, "Amity:Eu:BaseAddress: http://proxy.example/ is plain http, *");
    }

    [Test]
    public async Task Start_PrimaryHandlerThatFollowsRedirects_IsRejected()
    {
        using var host = HostOf(Good, client => client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler()));

        await RejectedAsync(host, "The primary handler of the connections 'Amity:eu' follows redirects, *");
    }

    [Test]
    public async Task Start_OptionsFromCode_AreRejectedByTheirProperties()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAmity("eu", options => (options.Region, options.Token, options.Client.MaxPages) = ("eu", Secret, 0));
        using var host = builder.Build();

        await RejectedAsync(host, "AmityNetworkOptions.Client.MaxPages of 'eu': MaxPages is 0; *");
    }

    [Test]
    public async Task Start_HandlerFromCode_IsRejected()
    {
        using var handler = new ScriptedHandler();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAmity(options => (options.Region, options.Token, options.Client.Handler) = ("eu", Secret, handler));
        using var host = builder.Build();

        await RejectedAsync(host, "AmityNetworkOptions.Client.Handler is given: *");
    }

    [Test]
    public async Task Start_PairsFromCode_AreRejectedByTheirProperties()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAmity(options =>
        {
            (options.Region, options.BaseAddress) = ("eu", new Uri("https://proxy/"));
            (options.Token, options.AdminToken, options.Credential) = (Secret, Secret, AmityCredential.Bearer(Secret));
        });
        using var host = builder.Build();

        await RejectedAsync(
            host,
            "AmityNetworkOptions.Region and AmityNetworkOptions.BaseAddress are given together: keep one, and set the other to null.; "
            + "AmityNetworkOptions.Token and AmityNetworkOptions.AdminToken and AmityNetworkOptions.Credential are given together: *");
    }

    [Test]
    public async Task Start_WhatIsGivenTwiceFromCode_IsRejectedByItsProperties()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAmity(options =>
        {
            (options.Region, options.Credential, options.RateLimit) = ("eu", AmityCredential.Bearer(Secret), new AmityRateLimitOptions());
            (options.ApiKey, options.Client.ApiKey) = (Secret, Secret);
            options.Client.ServerKey = "hush-hush with spaces";
        });
        using var host = builder.Build();

        await RejectedAsync(
            host,
            "AmityNetworkOptions.ApiKey and AmityNetworkOptions.Client.ApiKey are given together: *; "
            + "AmityNetworkOptions.RateLimit and AmityNetworkOptions.Credential are given together: *; "
            + "AmityNetworkOptions.Client.ServerKey: ServerKey is empty, or has white space or characters outside ASCII.");
    }

    [Test]
    public async Task Start_CodeBesideTheSectionsOneOfAPair_IsRejectedByBothNames()
    {
        using var host = HostOf(Good, client => client.Services.Configure<AmityNetworkOptions>("eu", options =>
            (options.BaseAddress, options.Credential) = (new Uri("https://proxy/"), AmityCredential.Bearer(Secret))));

        await RejectedAsync(host, "Amity:Eu:Region and Amity:Eu:BaseAddress are given together: *; "
            + "Amity:Eu:Token and AmityNetworkOptions.Credential are given together: *");
    }

    [Test]
    public async Task Start_CodeThatUnsetsTheSectionsOneOfAPair_IsFollowed([Values(null, "")] string? unset)
    {
        using var host = HostOf(Good, client => client.Services.Configure<AmityNetworkOptions>("eu", options =>
        {
            (options.Region, options.BaseAddress) = (unset, new Uri("https://proxy/"));
            (options.Token, options.AdminToken) = (unset, Secret);
        }));

        await host.StartAsync();

        host.Services.GetRequiredKeyedService<AmityClient>("eu").Should().NotBeNull();
    }

    [TestCase("", "There is already an Amity client without a name: *")]
    [TestCase("eu", "There is already an Amity client named 'eu': *")]
    public void AddAmity_NameThatIsTaken_IsRejected(string name, string message)
    {
        var services = new ServiceCollection();
        services.AddAmity(name, options => options.Region = "eu");

        var again = () => services.AddAmity(name, new ConfigurationManager().GetSection("Amity"));

        again.Should().Throw<InvalidOperationException>().WithMessage(message);
    }

    private static bool IsText(Type type) => type.IsValueType || type == typeof(string) || type == typeof(Uri);

    private static IHost HostOf(Dictionary<string, string?> settings, Action<IHttpClientBuilder>? connections = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.Where(setting => setting.Value is not null));
        var client = builder.Services.AddAmity("eu", builder.Configuration.GetSection("Amity:Eu"));
        connections?.Invoke(client);
        return builder.Build();
    }

    private static async Task RejectedAsync(IHost host, string message)
    {
        var start = () => host.StartAsync();

        var rejection = await start.Should().ThrowAsync<OptionsValidationException>().WithMessage(message);
        rejection.Which.ToString().Should().NotContain(Secret);
    }
}
