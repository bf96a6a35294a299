using Amity.Sandbox.Contract;

namespace Amity.Sandbox.Documents;

/// <summary>Everything the sandbox remembers, behind its one lock.</summary>
internal sealed class SandboxState
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;

    public SandboxState(ServiceContract contract, TimeProvider time)
    {
        _time = time;
        Ids = new IdSource(time);
        NetworkId = Ids.Next();
        StartedAt = Now;
        Documents = new DocumentStore(contract);
    }

    public IdSource Ids { get; }

    public string NetworkId { get; }

    public DateTimeOffset StartedAt { get; }

    public DocumentStore Documents { get; }

    public PageTokens PageTokens { get; } = new();

    public HashSet<string> UsedNonces { get; } = new(StringComparer.Ordinal);

    /// <summary>The users whom nobody can ban.</summary>
    public HashSet<string> ProtectedUsers { get; } = new(StringComparer.Ordinal);

    /// <summary>The present instant, cut to the milliseconds that responses can show.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = _time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>Runs work that reads or changes what is remembered, one at a time; work of the same thread may run inside of other work.</summary>
    public T Run<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    public void Run(Action work) => Run(() =>
    {
        work();
        return true;
    });

    public void Clear()
    {
        Documents.Clear();
        UsedNonces.Clear();
        ProtectedUsers.Clear();
    }
}
