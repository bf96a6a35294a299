namespace Amity.Sandbox.Faults;

/// <summary>Decides which fault, if any, strikes a request.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Upcoming> _next = [];
    private readonly Dictionary<string, SandboxFault> _always = new(StringComparer.Ordinal);
    private readonly HashSet<string> _expiredTokens = new(StringComparer.Ordinal);
    private SandboxFault? _alwaysAnywhere;
    private RandomFaults? _random;

    public void AddNext(SandboxFault fault, string? operationId, int count)
    {
        lock (_gate)
        {
            _next.Add(new Upcoming(fault, operationId) { Left = count });
        }
    }

    public void SetAlways(SandboxFault fault, string? operationId)
    {
        lock (_gate)
        {
            if (operationId is null)
            {
                _alwaysAnywhere = fault;
            }
            else
            {
                _always[operationId] = fault;
            }
        }
    }

    public void SetRandom(RandomFaults random)
    {
        lock (_gate)
        {
            _random = random;
        }
    }

    public void Expire(IEnumerable<string> tokens)
    {
        lock (_gate)
        {
            _expiredTokens.UnionWith(tokens);
        }
    }

    public void Renew(string token)
    {
        lock (_gate)
        {
            _expiredTokens.Remove(token);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _next.Clear();
            _always.Clear();
            _expiredTokens.Clear();
            _alwaysAnywhere = null;
            _random = null;
        }
    }

    public SandboxFault? Decide(string operationId, string? token)
    {
        lock (_gate)
        {
            // Drawn whether it is needed or not: only then does the nth request always meet the nth decision.
            var drawn = _random?.Draw();
            if (token is not null && _expiredTokens.Contains(token))
            {
                return SandboxFault.UnauthorizedUntilRefreshed;
            }

            var fault = TakeNext(operationId) ?? FindAlways(operationId) ?? drawn;
            if (fault is SandboxFault.UnauthorizedUntilRefreshed && token is not null)
            {
                _expiredTokens.Add(token);
            }

            return fault;
        }
    }

    private SandboxFault? TakeNext(string operationId)
    {
        if (_next.Find(upcoming => upcoming.OperationId is null || upcoming.OperationId == operationId) is not { } match)
        {
            return null;
        }

        match.Left--;
        if (match.Left == 0)
        {
            _next.Remove(match);
        }

        return match.Fault;
    }

    private SandboxFault? FindAlways(string operationId) =>
        _always.TryGetValue(operationId, out var fault) ? fault : _alwaysAnywhere;

    // A class, not a record: two equal entries are still two.
    private sealed class Upcoming(SandboxFault fault, string? operationId)
    {
        public SandboxFault Fault => fault;

        public string? OperationId => operationId;

        public required int Left { get; set; }
    }
}
