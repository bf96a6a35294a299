using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>A later source of the configuration replaces what an earlier one gives, also by the other one of a pair.</summary>
public sealed class ConfigurationSourceTests
{
    private const string EachInAnother = "each layer inside another";

    private static readonly Dictionary<string, Application> Applications = new()
    {
        ["web application"] = (layers, add) =>
        {
            var builder = WebApplication.CreateSlimBuilder();
            add(builder.Services, builder.Configuration);
            AddJson(builder.Configuration, layers);
            return builder.Build().Services;
        },
        ["host"] = (layers, add) =>
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            AddJson(builder.Configuration, layers);
            add(builder.Services, builder.Configuration);
            return builder.Build().Services;
        },
        ["generic host"] = (layers, add) => new HostBuilder()
            .ConfigureAppConfiguration((_, configuration) => AddJson(configuration, layers))
            .ConfigureServices((context, services) => add(services, context.Configuration))
            .Build().Services,
        ["container"] = (layers, add) =>
        {
            var services = new ServiceCollection();
            add(services, AddJson(new ConfigurationBuilder(), layers).Build());
            return services.BuildServiceProvider();
        },
        ["configuration inside another"] = (layers, add) =>
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            builder.Configuration.AddConfiguration(AddJson(new ConfigurationBuilder(), layers).Build());
            add(builder.Services, builder.Configuration);
            return builder.Build().Services;
        },
        ["section inside another"] = (layers, add) =>
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            var shared = AddJson(new ConfigurationBuilder(), [.. layers.Select(layer => $$"""{ "Shared": {{layer}} }""")]).Build();
            builder.Configuration.AddConfiguration(shared.GetSection("Shared"));
            add(builder.Services, builder.Configuration);
            return builder.Build().Services;
        },
        [EachInAnother] = (layers, add) =>
        {
            var builder = Host.CreateEmptyApplicationBuilder(new());
            foreach (var layer in layers)
            {
                builder.Configuration.AddConfiguration(AddJson(new ConfigurationBuilder(), [layer]).Build());
            }

            add(builder.Services, builder.Configuration);
            return builder.Build().Services;
        },
    };

    private static readonly (string[] Layers, string Effective)[] Layerings =
    [
        (["'Region':'eu','Token':'t'", "'BaseAddress':'http://127.0.0.1:5000/'"], "- http://127.0.0.1:5000/ t -"),
        (["'BaseAddress':'http://127.0.0.1:5000/','Token':'t'", "'Region':'eu'"], "eu - t -"),
        (["'Region':'eu','Token':'t'", "'BaseAddress':'http://127.0.0.1:5000/','Token':'u'"], "- http://127.0.0.1:5000/ u -"),
        (["'Region':'eu','Token':'t'", "'AdminToken':'a'"], "eu - - a"),
        (["'Region':'eu','AdminToken':'a'", "'Token':'t'"], "eu - t -"),
        (["'Region':'eu','Token':'t'", "'BaseAddress':'http://127.0.0.1:5000/','AdminToken':'a'"], "- http://127.0.0.1:5000/ - a"),
        (["'Region':'eu','Token':'t'", "'BaseAddress':'http://127.0.0.1:5000/'", "'Region':'us'"], "us - t -"),
        (["'Region':'eu','Token':'t'", "'BaseAddress':'not an address'", "'Region':'us'"], "us - t -"),
        (["'Region':'eu','Token':'t'", "'region':'','baseaddress':'http://127.0.0.1:5000/'"], "- http://127.0.0.1:5000/ t -"),
        (["'Region':'eu','Token':'t'", "'token':'','admintoken':'a'"], "eu - - a"),
        (["'Region':'eu','BaseAddress':'','Token':'t','AdminToken':''"], "eu - t -"),
        (["'Region':'eu','BaseAddress':null,'Token':'t','AdminToken':null,'Client':{'MaxRetries':null,'Timeout':''}"], "eu - t -"),
        (["'Region':'eu','Token':'t','Client':null"], "eu - t -"),
        (["'Region':'eu','Token':'t'", "'Region':null,'BaseAddress':'http://127.0.0.1:5000/'"], "- http://127.0.0.1:5000/ t -"),
        (["'Region':'eu','Token':'t'", "'Token':null,'AdminToken':'a'"], "eu - - a"),
    ];

    // An empty text inside another configuration does not hide what an earlier source gives; that is .NET's.
    private static readonly (string[] Layers, string Effective)[] Unset =
    [
        (["'Region':'eu','Token':'t'", "'BaseAddress':'http://127.0.0.1:5000/'", "'BaseAddress':''"], "eu - t -"),
        (["'Region':'eu','BaseAddress':'http://127.0.0.1:5000/','Token':'t'", "'Region':''"], "- http://127.0.0.1:5000/ t -"),
    ];

    private static IEnumerable<string> ApplicationNames => Applications.Keys;

    private static IEnumerable<TestCaseData> Cases =>
        from application in Applications.Keys
        from layering in application == EachInAnother ? Layerings : Layerings.Concat(Unset)
        select new TestCaseData(application, layering.Layers, layering.Effective)
            .SetArgDisplayNames(application, string.Join(" < ", layering.Layers));

    [TestCaseSource(nameof(Cases))]
    public void Layers_OfSources_GiveTheLaterOne(string application, string[] layers, string effective)
    {
        var network = Read(application, layers);

        new object?[] { network.Region, network.BaseAddress, network.Token, network.AdminToken }
            .Select(value => value ?? "-").Should().Equal(effective.Split(' '), (actual, expected) => actual.ToString() == expected);
        network.Client.Should().BeEquivalentTo(new AmityClientOptions());
    }

    [Test]
    public void Layers_BothOfAPairInTheLastSource_AreAnErrorThatNamesBoth([ValueSource(nameof(ApplicationNames))] string application)
    {
        const string Last = "'Region':'us','BaseAddress':'http://127.0.0.1:5000/','Token':'hush','AdminToken':'hush'";

        var read = () => Read(application, ["'Region':'eu','Token':'t'", Last]);

        read.Should().Throw<OptionsValidationException>().WithMessage(
            "Amity:Region and Amity:BaseAddress are given together: *; Amity:Token and Amity:AdminToken are given together: *")
            .Which.Message.Should().NotContain("hush");
    }

    [Test]
    public void Layers_InASectionThatHidesItsSources_CountAsOne()
    {
        var configuration = new ConfigurationBuilder();
        AddJson(configuration, Json(["'Region':'eu','Token':'t'", "'BaseAddress':'http://127.0.0.1:5000/'"]));
        var services = new ServiceCollection();
        services.AddAmity(new OpaqueSection(configuration.Build().GetSection("Amity")));

        var read = () => services.BuildServiceProvider().GetRequiredService<AmityClient>();

        read.Should().Throw<OptionsValidationException>().WithMessage("Amity:Region and Amity:BaseAddress are given together: *");
    }

    [Test]
    public async Task Application_OfFilesAndACommandLine_IsPointedAtTheSandboxByItsTest()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var folder = Directory.CreateTempSubdirectory();
        await WriteAsync("appsettings.json", """{ "Amity": { "Region": "eu", "Token": "of the service" } }""");
        await WriteAsync("appsettings.Development.json", """{ "Amity": { "Region": "us" } }""");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = folder.FullName,
            EnvironmentName = Environments.Development,
            Args = [$"--Amity:BaseAddress={sandbox.Address}"],
        });
        builder.Services.AddAmity(builder.Configuration.GetSection("Amity"));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Amity:AdminToken"] = sandbox.AdminToken });
        await using var app = builder.Build();

        await app.Services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();

        sandbox.RequestCount.Should().Be(1);
        folder.Delete(recursive: true);
        Task WriteAsync(string file, string json) => File.WriteAllTextAsync(Path.Combine(folder.FullName, file), json);
    }

    private static AmityNetworkOptions Read(string application, string[] layers)
    {
        var services = Applications[application](Json(layers), (collection, root) => collection.AddAmity(root.GetSection("Amity")));
        using var _ = services as IDisposable;
        return services.GetRequiredService<IOptionsMonitor<AmityNetworkOptions>>().CurrentValue;
    }

    private static string[] Json(string[] layers) => [.. layers.Select(layer => $$"""{ "Amity": { {{layer.Replace('\'', '"')}} } }""")];

    private static IConfigurationBuilder AddJson(IConfigurationBuilder configuration, string[] layers)
    {
        foreach (var layer in layers)
        {
            configuration.AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(layer)));
        }

        return configuration;
    }

    private delegate IServiceProvider Application(string[] layers, Action<IServiceCollection, IConfiguration> add);

    private sealed class OpaqueSection(IConfigurationSection inner) : IConfigurationSection
    {
        public string Key => inner.Key;

        public string Path => inner.Path;

        public string? Value { get => inner.Value; set => inner.Value = value; }

        public string? this[string key] { get => inner[key]; set => inner[key] = value; }

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public Microsoft.Extensions.Primitives.IChangeToken GetReloadToken() => inner.GetReloadToken();

        public IConfigurationSection GetSection(string key) => inner.GetSection(key);
    }
}
