using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>Whatever can be set on the builder that AddAmity returns has its effect on the client's requests.</summary>
public sealed class BuilderTests
{
    // What each method sets, made to be seen once per request.
    private static readonly Dictionary<string, Action<IHttpClientBuilder, Action>> Settings = new()
    {
        ["AddHttpMessageHandler"] = (builder, see) => builder.AddHttpMessageHandler(() => new Seeing(_ => see())),
        ["AddLogger"] = (builder, see) => builder.AddLogger(_ => new SeeingLogger(see)),
        ["AddDefaultLogger"] = (builder, see) =>
        {
            builder.Services.AddSingleton<ILoggerProvider>(new SeeingLogs(text => SeeIf(text.Contains("Sending HTTP request"), see)));
            builder.AddDefaultLogger();
        },
        ["ConfigureAdditionalHttpMessageHandlers"] = (builder, see) =>
            builder.ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Add(new Seeing(_ => see()))),
        ["ConfigureHttpClient"] = (builder, see) => builder
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Tenant", "kitchen"))
            .AddHttpMessageHandler(() => new Seeing(request => SeeIf(request.Headers.GetValues("X-Tenant").Single() == "kitchen", see))),
        ["ConfigureHttpMessageHandlerBuilder"] = (builder, see) =>
#pragma warning disable CS0618 // Superseded, yet still there.
            builder.ConfigureHttpMessageHandlerBuilder(handlers => handlers.AdditionalHandlers.Add(new Seeing(_ => see()))),
#pragma warning restore CS0618
        ["ConfigurePrimaryHttpMessageHandler"] = (builder, see) =>
            builder.ConfigurePrimaryHttpMessageHandler(() => new Seeing(_ => see())
            {
                InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false },
            }),
        ["RedactLoggedHeaders"] = (builder, see) =>
        {
            builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
            builder.Services.AddSingleton<ILoggerProvider>(new SeeingLogs(text => SeeIf(text.Contains("Accept: *"), see)));
            builder.AddDefaultLogger().RedactLoggedHeaders(["Accept"]);
        },
        ["RemoveAllLoggers"] = (builder, see) =>
            builder.AddLogger(_ => new SeeingLogger(() => { see(); see(); })).RemoveAllLoggers().AddLogger(_ => new SeeingLogger(see)),
        ["SetHandlerLifetime"] = (builder, see) => builder
            .SetHandlerLifetime(TimeSpan.FromHours(1))
            .AddHttpMessageHandler(services =>
            {
                var factory = services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(builder.Name);
                return new Seeing(_ => SeeIf(factory.HandlerLifetime == TimeSpan.FromHours(1), see));
            }),
        ["UseSocketsHttpHandler"] = (builder, see) => builder.UseSocketsHttpHandler((handler, _) =>
            handler.PlaintextStreamFilter = (connection, _) =>
            {
                see();
                return new(connection.PlaintextStream);
            }),
    };

    // These register further services over the same connections.
    private static readonly string[] Further = ["AddTypedClient", "AddAsKeyed", "RemoveAsKeyed"];

    private static IEnumerable<string> Names => Settings.Keys;

    [Test]
    public void Settings_OfEveryBuilder_AreAllTried()
    {
        var methods = typeof(HttpClientBuilderExtensions).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(IHttpClientBuilder))
            .Select(method => method.Name).Distinct();

        methods.Except(Further).Should().BeEquivalentTo(Settings.Keys);
    }

    [TestCaseSource(nameof(Names))]
    public async Task Setting_OfTheBuilder_HasItsEffect(string name)
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        var seen = 0;
        var collection = new ServiceCollection();
        Settings[name](AddAmity(collection, server.Address), () => seen++);
        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();

        seen.Should().Be(1);
    }

    [Test]
    public async Task TypedClient_OverTheSameConnections_CarriesNoCredential()
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        var collection = new ServiceCollection();
        AddAmity(collection, server.Address).AddTypedClient(http => new Typed(http)).AddAsKeyed();
        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<Typed>().Http.GetAsync(server.Address);
        await services.GetRequiredKeyedService<HttpClient>("Amity").GetAsync(server.Address);

        server.Heads.Should().HaveCount(2).And.NotContain(head => head.Contains("hush"));
    }

    // Whatever an application asks to have logged.
    [Test]
    public async Task Logs_OfTheFactory_NeverShowTheCredential([Values] bool isAdmin)
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        var logs = new List<string>();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new SeeingLogs(logs.Add)));
        AddAmity(collection, server.Address, isAdmin).AddDefaultLogger().RedactLoggedHeaders(_ => false);
        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();

        logs.Should().Contain(text => text.Contains("Accept: application/json")).And.NotContain(text => text.Contains("hush"));
    }

    private static IHttpClientBuilder AddAmity(IServiceCollection services, Uri address, bool isAdmin = false) =>
        services.AddAmity(options =>
        {
            options.BaseAddress = address;
            options.Token = isAdmin ? null : "hush";
            options.AdminToken = isAdmin ? "hush" : null;
        });

    private static void SeeIf(bool condition, Action see)
    {
        if (condition)
        {
            see();
        }
    }

    private sealed record Typed(HttpClient Http);

    private sealed class Seeing(Action<HttpRequestMessage> see) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class SeeingLogger(Action see) : IHttpClientLogger
    {
        public object? LogRequestStart(HttpRequestMessage request)
        {
            see();
            return null;
        }

        public void LogRequestStop(object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed)
        {
        }

        public void LogRequestFailed(
            object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception, TimeSpan elapsed)
        {
        }
    }

    private sealed class SeeingLogs(Action<string> see) : ILoggerProvider, ILogger
    {
        // The factory logs the headers once more before all further handlers.
        public ILogger CreateLogger(string categoryName) =>
            categoryName.EndsWith(".LogicalHandler", StringComparison.Ordinal) ? NullLogger.Instance : this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            see(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
