using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox.Operations;

/// <summary>Reads of entities that the sandbox has documents of: by the contract alone, without a handler of their own.</summary>
internal static class DocumentReads
{
    /// <summary>The type of the entities that a read responds with; null when its response is something else.</summary>
    public static string? TypeOf(ContractOperation operation) =>
        operation.IsRead && (operation.Result.Kind is "all" or "page" || operation.Segments.Any(segment => segment is ['{', ..])) ? ResultTypeOf(operation) : null;

    /// <summary>The type of the entities that are an operation's result; null when it is something else, or has no ids.</summary>
    public static string? ResultTypeOf(ContractOperation operation)
    {
        if (operation.Success.Schema is not { } response)
        {
            return null;
        }

        var (kind, field) = operation.Result;
        var schema = kind is "one" or "all" or "page" ? response.Properties.GetValueOrDefault(field!)?.Items : response;
        return schema?.Entity is { Ids.Count: > 0 } ? schema.Name : null;
    }

    public static OperationReply Read(SandboxCall call, string type)
    {
        var documents = call.State.Documents.Of(type);
        var filters = call.Filters(call.State.Documents.SchemaOf(type));
        switch (call.Operation.Result.Kind)
        {
            case "page":
                var key = $"{call.Operation.Id} {string.Join('&', filters.Select(filter => $"{filter.Field}={filter.Value}"))}";
                return call.Page(new DocumentList(documents, key, Fits));
            case "all" when ListOfIds(call.Operation) is { } ids:
                return call.Entities(ids.ValuesIn(call.Values).Select(id => call.Find(type, id!)).OfType<Document>());
            case "all":
                return call.Entities(documents.OldestFirst.Where(Fits));
            default:
                return call.Find(type, call.LastPathValue!) is { } found ? call.Entities(found) : Reject.Missing(call.Operation, type);
        }

        bool Fits(Document document) => !document.IsDeleted && filters.All(filter => document.Fields[filter.Field]?.ToString() == filter.Value);
    }

    private static ParameterRule? ListOfIds(ContractOperation operation) =>
        operation.Parameters.FirstOrDefault(parameter => parameter is { Place: "query", IsRequired: true, Schema.Type: "array" });
}
