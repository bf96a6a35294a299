namespace Amity.Sandbox;

// What the faults that have a measure do; a change holds for faults that strike afterwards.
public sealed partial class SandboxFaults
{
    /// <summary>How long latency lasts, by the sandbox's clock; a second by default, infinite for a response that never comes.</summary>
    public TimeSpan Latency
    {
        get;
        set
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            }

            field = value;
        }
    }
    = TimeSpan.FromSeconds(1);

    /// <summary>How long Retry-After asks the client to wait, rounded up to whole seconds; a second by default.</summary>
    public TimeSpan RetryAfter
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(3650));
            field = value;
        }
    }
    = TimeSpan.FromSeconds(1);

    /// <summary>How many bytes an oversized body has, decompressed; 16 MiB by default, and never less than the true body.</summary>
    public long OversizedBytes
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    }
    = 16 * 1024 * 1024;

    /// <summary>How many objects and arrays stand inside each other in a deeply nested body, the outermost included; 1000 by default.</summary>
    public int NestingDepth
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    }
    = 1000;

    /// <summary>The address that redirects lead to, exactly as given; on a host that cannot exist by default.</summary>
    public Uri RedirectAddress
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value.IsAbsoluteUri ? value : throw new ArgumentException("A redirect needs an absolute address.", nameof(value));
        }
    }
    = new("http://elsewhere.invalid/");
}
