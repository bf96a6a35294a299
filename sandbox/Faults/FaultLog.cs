namespace Amity.Sandbox.Faults;

/// <summary>Remembers each fault that struck.</summary>
internal sealed class FaultLog
{
    private readonly Lock _gate = new();
    private readonly List<InjectedFault> _ledger = [];
    private readonly Dictionary<SandboxFault, long> _counts = [];

    public IReadOnlyDictionary<SandboxFault, long> Counts
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<SandboxFault, long>(_counts);
            }
        }
    }

    public IReadOnlyList<InjectedFault> Ledger
    {
        get
        {
            lock (_gate)
            {
                return [.. _ledger];
            }
        }
    }

    public void Add(InjectedFault entry)
    {
        lock (_gate)
        {
            _ledger.Add(entry with { Number = _ledger.Count + 1 });
            _counts[entry.Fault] = _counts.GetValueOrDefault(entry.Fault) + 1;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _ledger.Clear();
            _counts.Clear();
        }
    }
}
