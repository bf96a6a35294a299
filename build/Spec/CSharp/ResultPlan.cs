using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans what an operation returns: how the transport gets it, and how it is read.</summary>
internal sealed class ResultPlan(MergedSpec spec, TypeMap types, SpecProblems problems)
{
    public OperationResult Plan(SpecOperation operation)
    {
        var results = operation.Successes.Select(response => ResultOf(operation, response)).Distinct().ToList();
        if (results.Count != 1)
        {
            problems.Add(
                operation.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: an operation has one success, or several of the same shape, and this one has {results.Count}.");
            return OperationResult.Empty;
        }

        return results[0];
    }

    private OperationResult ResultOf(SpecOperation operation, SpecEntry response)
    {
        if (response.Key[0] == '3')
        {
            return OperationResult.Location;
        }

        var content = (response.Value is SpecMap map ? spec.Resolve(map) : null)?.Map("content")?.Entries ?? [];
        if (content.Count == 0)
        {
            return OperationResult.Empty;
        }

        var where = $"{operation.Id}, response {response.Key}";
        if ((content[0].Value as SpecMap)?.Map("schema") is not { } schema)
        {
            problems.Add(response.Place, ProblemKind.Missing, $"{where}: schema is missing; one that is empty stands for any value.");
            return OperationResult.Empty;
        }

        var type = types.TypeOf(schema, where);
        var isJson = content[0].Key == MediaType.Json && !type.IsScalar && !type.HasFiles;
        var isText = content[0].Key is MediaType.Json or MediaType.PlainText && type == CSharpType.Text;
        if (content.Count > 1 || !(isJson || isText))
        {
            var contents = string.Join(", ", content.Select(media => media.Key));
            problems.Add(response.Place, ProblemKind.Unsupported, $"{where}: {type.Name} as {contents} is not supported.");
        }

        return OperationResult.Of(type);
    }
}

/// <summary>What an operation returns.</summary>
/// <param name="Returns">The type that its method returns.</param>
/// <param name="Send">The call of the transport that gets it, up to its arguments.</param>
/// <param name="Read">How it is read, as a further argument of that call.</param>
/// <param name="Type">The type of the response's body; null when it has none.</param>
internal sealed record OperationResult(string Returns, string Send, string Read, CSharpType? Type)
{
    public static readonly OperationResult Empty = new("Task", "SendAsync(", string.Empty, null);

    /// <summary>The address that a redirect leads to.</summary>
    public static readonly OperationResult Location = new("Task<Uri>", "LocateAsync(", string.Empty, null);

    public static OperationResult Of(CSharpType type) => type.Kind switch
    {
        CSharpKind.Text => new("Task<string>", "SendForTextAsync(", string.Empty, type),
        CSharpKind.Model => new($"Task<{type.Name}>", "SendAsync(", $", {type.Name}.Read", type),
        _ => new($"Task<{type.Name}>", $"SendForValueAsync<{type.Name}>(", $", static (ref ResponseReader reader) => {type.Read}", type),
    };
}
