using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Amity;

/// <summary>Repeats calls whose first attempt failed: Polly counts and spaces the repeats.</summary>
internal sealed class AmityRetries
{
    private static readonly ResiliencePropertyKey<AmityCall> Call = new("Amity.Call");

    private readonly ResiliencePipeline? _pipeline;

    internal AmityRetries(AmityClientOptions options, ILogger logger)
    {
        if (options.MaxRetries == 0)
        {
            return;
        }

        _pipeline = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = RetryDelay.First,
            MaxDelay = RetryDelay.Longest,
            ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is AmityException failure && Allow(CallOf(args.Context), failure)),
            DelayGenerator = args => new ValueTask<TimeSpan?>(RetryDelay.After(args.Outcome.Exception, CallOf(args.Context), options)),
            OnRetry = args =>
            {
                var call = CallOf(args.Context);
                call.LastFailure = args.Outcome.Exception;
                CallTelemetry.Retrying(logger, call, args.Outcome.Exception!, args.RetryDelay);
                return default;
            },
        }).Build();
    }

    /// <summary>Whether a call that failed so is sent again.</summary>
    internal bool Allow(AmityCall call, AmityException failure) =>
        _pipeline is not null && call.IsOwn(failure) && call.Request.CanBeSentAgain && RetryRules.Allow(call.Request.Repeat, failure);

    /// <summary>Goes on after a first attempt, made outside of the pipeline so that a call that succeeds at once costs nothing of it.</summary>
    internal async ValueTask<T> GoOnAsync<T>(AmityCall<T> call, AmityException firstFailure, Func<AmityCall<T>, CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        var isKnown = true;
        var context = ResilienceContextPool.Shared.Get(call.Request.Operation, cancellationToken);
        context.Properties.Set(Call, call);
        try
        {
            return await _pipeline!.ExecuteAsync(
                context =>
                {
                    if (!isKnown)
                    {
                        return attempt(call, context.CancellationToken);
                    }

                    isKnown = false;
                    return new ValueTask<T>(Task.FromException<T>(firstFailure));
                },
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static AmityCall CallOf(ResilienceContext context) => context.Properties.GetValue(Call, null!);
}
