using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>A credential with its rate limit, its client and the moderators who share them.</summary>
internal sealed class SharedCredential : IDisposable
{
    /// <summary>Is part of every token, so that a leak of any of them is found.</summary>
    internal const string SecretMark = "chaos-secret";

    private readonly AmitySandbox _sandbox;
    private readonly SendRecorder _recorder;
    private int _tokens;

    internal SharedCredential(int number, AmitySandbox sandbox, RequestLog log, HttpMessageHandler connections)
    {
        _sandbox = sandbox;
        Name = $"user-{number}";
        IsServiceRateLimit = number % 5 == 0;
        (Limit, Window) = IsServiceRateLimit ? (100, TimeSpan.FromSeconds(5)) : (50, TimeSpan.FromSeconds(1));

        // The default where the service's own rate limit is kept; elsewhere the same margin to a window that lets more happen.
        var rateLimit = IsServiceRateLimit ? new AmityRateLimit() : new AmityRateLimit(Limit, Window + TimeSpan.FromMilliseconds(100));
        _recorder = new SendRecorder(this, log, connections);
        var impatient = number % 3 == 0;
        CallTimeout = TimeSpan.FromSeconds(impatient ? 5 : 15);
        Client = new AmityClient(sandbox.Address, AmityCredential.FromProvider(NewTokenAsync, rateLimit), new AmityClientOptions
        {
            Handler = _recorder,
            AttemptTimeout = TimeSpan.FromSeconds(impatient ? 0.7 : 1.5),
            Timeout = CallTimeout,
            MaxRetries = number % 4 == 1 ? 1 : 3,
            MaxResponseBytes = ChaosRun.OversizedBytes / 2,
        });
    }

    internal string Name { get; }

    internal bool IsServiceRateLimit { get; }

    internal int Limit { get; }

    internal TimeSpan Window { get; }

    internal TimeSpan CallTimeout { get; }

    internal AmityClient Client { get; }

    internal int TokensMade => _tokens;

    public void Dispose()
    {
        Client.Dispose();
        _recorder.Dispose();
    }

    // The same user under each new token, as the service counts by user.
    private async Task<AmityToken> NewTokenAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        return new AmityToken(_sandbox.AddToken(Name, canModerate: true, $"{SecretMark}-{Name}-{Interlocked.Increment(ref _tokens)}"));
    }
}
