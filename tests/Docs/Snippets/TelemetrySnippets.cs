using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/telemetry.md; each region is one block.</summary>
internal static class TelemetrySnippets
{
    public static void Subscribe(IHostApplicationBuilder builder)
    {
        #region Subscribe
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(AmityTelemetry.ActivitySourceName))
            .WithMetrics(metrics => metrics.AddMeter(AmityTelemetry.MeterName));
        #endregion
    }
}
