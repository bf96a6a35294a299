namespace Amity.Tests.Chaos;

/// <summary>What went over the wire for one call; found again by the handler underneath through the flow of the call.</summary>
internal sealed class CallTrace
{
    private static readonly AsyncLocal<CallTrace?> Flow = new();
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    internal static CallTrace? Current => Flow.Value;

    /// <summary>How many requests repeated one that this call had sent before.</summary>
    internal int Repeats { get; private set; }

    /// <summary>
    /// Whether a request was given up by us before a response came: it may still arrive, even after the calls that follow.
    /// A connection broken by the other side is no such case: that side has decided.
    /// </summary>
    internal bool MayArriveLate { get; set; }

    internal static CallTrace Begin() => Flow.Value = new CallTrace();

    /// <summary>Called from several threads: a bulk call has several requests under way.</summary>
    internal void Sending(string request)
    {
        lock (_sent)
        {
            if (!_sent.Add(request))
            {
                Repeats++;
            }
        }
    }
}
