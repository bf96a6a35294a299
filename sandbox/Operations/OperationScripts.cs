using System.Collections.Concurrent;

namespace Amity.Sandbox.Operations;

/// <summary>What tests let operations respond with, in place of the sandbox's own state.</summary>
internal sealed class OperationScripts
{
    private readonly ConcurrentDictionary<string, OperationHandler> _scripts = new(StringComparer.Ordinal);

    public void Set(string operationId, OperationHandler script) => _scripts[operationId] = script;

    public OperationHandler? Find(string operationId) => _scripts.GetValueOrDefault(operationId);

    public void Clear() => _scripts.Clear();
}
