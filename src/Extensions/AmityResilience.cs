using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Amity;

/// <summary>The Polly pipelines that a call and each of its attempts run in.</summary>
internal static class AmityResilience
{
    private static readonly ResiliencePropertyKey<AmityCall> Call = new("Amity.Call");

    internal static ResilienceContext ContextOf(AmityCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(call.Request.Operation, cancellationToken);
        context.Properties.Set(Call, call);
        return context;
    }

    /// <summary>The whole call: its overall timeout around its attempts and the waits between them.</summary>
    internal static ResiliencePipeline ForCalls(AmityClientOptions options, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddTimeout(options.Timeout);
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = RetryDelay.First,
                MaxDelay = RetryDelay.Longest,
                ShouldHandle = args => new ValueTask<bool>(
                    args.Outcome.Exception is AmityException failure
                    && args.Context.Properties.GetValue(Call, null!) is var call
                    && call.IsOwn(failure)
                    && RetryRules.Allow(call.Request.Repeat, failure)),
                DelayGenerator = args => new ValueTask<TimeSpan?>(RetryDelay.After(args.Outcome.Exception, options)),
                OnRetry = args =>
                {
                    CallTelemetry.Retrying(logger, args.Context.Properties.GetValue(Call, null!), args.Outcome.Exception!, args.RetryDelay);
                    return default;
                },
            });
        }

        return builder.Build();
    }

    /// <summary>One attempt, from sending to the last byte of its answer.</summary>
    internal static ResiliencePipeline ForAttempts(AmityClientOptions options) =>
        new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddTimeout(options.AttemptTimeout).Build();
}
