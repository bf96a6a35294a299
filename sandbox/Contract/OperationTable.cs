namespace Amity.Sandbox.Contract;

/// <summary>Finds the operation of a request by its method and path; where a path fits a fixed word and a value, the word wins.</summary>
internal sealed class OperationTable
{
    private readonly Node _root = new();

    public void Add(ContractOperation operation)
    {
        var node = operation.Segments.Aggregate(_root, (place, segment) => place.Child(IsValue(segment) ? null : segment));
        node.Operations.Add(operation.Method, operation);
    }

    public MatchedOperation? Match(string method, string path)
    {
        if (path is not ['/', ..])
        {
            return null;
        }

        var segments = path[1..].Split('/');
        return Find(_root, segments, 0, method) is { } operation ? new MatchedOperation(operation, ValuesOf(operation, segments)) : null;
    }

    private static ContractOperation? Find(Node node, string[] segments, int depth, string method)
    {
        if (depth == segments.Length)
        {
            return node.Operations.GetValueOrDefault(method);
        }

        return (node.Words.TryGetValue(segments[depth], out var word) ? Find(word, segments, depth + 1, method) : null)
            ?? (node.Value is { } value && segments[depth].Length > 0 ? Find(value, segments, depth + 1, method) : null);
    }

    private static Dictionary<string, string> ValuesOf(ContractOperation operation, string[] segments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            if (IsValue(operation.Segments[i]))
            {
                values[operation.Segments[i][1..^1]] = segments[i];
            }
        }

        return values;
    }

    private static bool IsValue(string segment) => segment is ['{', .., '}'];

    private sealed class Node
    {
        public Dictionary<string, Node> Words { get; } = new(StringComparer.Ordinal);

        public Node? Value { get; private set; }

        public Dictionary<string, ContractOperation> Operations { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Node Child(string? word)
        {
            if (word is null)
            {
                return Value ??= new Node();
            }

            if (!Words.TryGetValue(word, out var child))
            {
                Words[word] = child = new Node();
            }

            return child;
        }
    }
}

/// <summary>The operation that a request is for.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="PathValues">The values in the path, by the names of their parameters.</param>
internal sealed record MatchedOperation(ContractOperation Operation, IReadOnlyDictionary<string, string> PathValues);
