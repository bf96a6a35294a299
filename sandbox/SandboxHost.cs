using System.Net;
using Amity.Sandbox.Areas;
using Amity.Sandbox.Areas.Rooms;
using Amity.Sandbox.Areas.Sessions;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Drift;
using Amity.Sandbox.Endpoints;
using Amity.Sandbox.Faults;
using Amity.Sandbox.Operations;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amity.Sandbox;

/// <summary>Puts the server together: what it listens on, and the way of a request through it.</summary>
internal static class SandboxHost
{
    private const int LargestBody = 1024 * 1024;

    public static WebApplication Build(AmitySandboxOptions options, ServiceContract contract)
    {
        // Empty: neither the environment nor the settings files of the surrounding application may change the sandbox.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        AddServices(builder.Services, options, contract);

        var app = builder.Build();

        // Now, while the key is surely still there; the container made it, so the container disposes of it.
        app.Services.GetRequiredService<WatchTimeSignature>();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, AmitySandboxOptions options, ServiceContract contract)
    {
        services.AddRoutingCore();
        services.AddSingleton<IHostLifetime, PassiveLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));

        services.AddSingleton(contract);
        services.AddSingleton(options.TimeProvider);
        services.AddSingleton(new SandboxState(contract, options.TimeProvider));
        services.AddSingleton(new UserRateLimits(contract.RateLimit, options.TimeProvider, options.EnforceRateLimit));
        services.AddSingleton(new ExchangeObserver(options.Observer));
        services.AddSingleton(_ => new WatchTimeSignature(options.WatchTimeKey));
        services.AddSingleton(provider => new SessionOperations(provider.GetRequiredService<Credentials>(), options.RequireAuthTokens));
        services.AddSingleton(provider => SandboxAreas.CreateHandlers(
            contract, provider.GetRequiredService<WatchTimeSignature>(), provider.GetRequiredService<SessionOperations>()));
        services.AddSingleton(new ExampleReplies(options.LoggerFactory.CreateLogger<AmitySandbox>(), options.RespondFromExamples));
        services.AddSingleton(new Credentials(options.TimeProvider, options.AdminToken));
        services.AddSingleton<Authentication>();
        services.AddSingleton<OperationScripts>();
        services.AddSingleton<RequestCounter>();
        services.AddSingleton(new SandboxDrifts(contract));
        services.AddSingleton(provider => new SandboxFaults(contract, provider.GetRequiredService<Credentials>(), provider.GetRequiredService<SandboxState>()));
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseRouting();
        app.Use(app.Services.GetRequiredService<RequestCounter>().CountAsync);
        app.UseMiddleware<DateHeader>();
        app.UseMiddleware<OperationMatching>();

        // Whatever spoils responses on purpose belongs here: it knows the operation, callers see its work,
        // and the recorder below still notes what the sandbox itself responded.
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<DriftMiddleware>();
        app.UseMiddleware<ExchangeRecorder>();
        app.UseMiddleware<ErrorResponses>();
        app.UseMiddleware<RequestBuffering>();
        app.UseMiddleware<OperationEndpoint>();
        app.MapContract();
        app.MapReference();
    }
}
