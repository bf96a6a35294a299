using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox.Operations;

/// <summary>Handles a request to one operation while the state is held still.</summary>
internal delegate OperationReply OperationHandler(SandboxCall call);

/// <summary>The operations that keep state, each with what handles it; the areas add theirs.</summary>
internal sealed class OperationHandlers(ServiceContract contract)
{
    private readonly Dictionary<string, OperationHandler> _handlers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forModerators = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _owned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<Document, SandboxCall, IReadOnlyCollection<string>>> _hidden = new(StringComparer.Ordinal);

    /// <summary>The ids of the operations that keep state.</summary>
    public IEnumerable<string> OperationIds =>
        contract.Operations.Where(operation => _handlers.ContainsKey(operation.Id) || DocumentReads.TypeOf(operation) is { } type && _kept.Contains(type))
            .Select(operation => operation.Id);

    /// <summary>Lets an operation keep state.</summary>
    public void Add(string operationId, OperationHandler handler) =>
        _handlers.Add(contract.Find(operationId)?.Id ?? throw new InvalidOperationException($"The contract has no operation {operationId}."), handler);

    /// <summary>Lets an operation keep state that ordinary users may not change.</summary>
    public void AddForModerators(string operationId, OperationHandler handler)
    {
        Add(operationId, handler);
        _forModerators.Add(operationId);
    }

    /// <summary>Hides fields of the documents of a type from some callers.</summary>
    public void Hide(string type, Func<Document, SandboxCall, IReadOnlyCollection<string>> fields) => _hidden.Add(type, fields);

    /// <summary>Lets the documents of a type be all that there are, so that what is not among them does not exist.</summary>
    public void Keep(string type) => _kept.Add(type);

    /// <summary>Lets the documents of a type belong to other documents, so that they are not found by themselves.</summary>
    public void Own(string type) => _owned.Add(type);

    public bool IsOwned(string type) => _owned.Contains(type);

    public bool Keeps(string type) => _kept.Contains(type);

    public OperationHandler? Find(string operationId) => _handlers.GetValueOrDefault(operationId);

    public bool IsForModerators(string operationId) => _forModerators.Contains(operationId);

    public IReadOnlyCollection<string> HiddenFields(Document document, SandboxCall call) =>
        _hidden.TryGetValue(document.Type, out var fields) ? fields(document, call) : [];
}
