using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox.Operations;

/// <summary>Reads of entities that the sandbox has documents of: by the contract alone, without a handler of their own.</summary>
internal static class DocumentReads
{
    /// <summary>The type of the entities that a read responds with; null when its response is something else.</summary>
    public static string? TypeOf(ContractOperation operation) => operation.IsRead ? ResultTypeOf(operation) : null;

    /// <summary>The type of the entities that are an operation's result; null when it is something else, or has no ids.</summary>
    public static string? ResultTypeOf(ContractOperation operation)
    {
        if (operation.Success.Schema is not { } response)
        {
            return null;
        }

        var (kind, field) = operation.Result;
        var schema = kind is "one" or "all" or "page" ? response.Properties.GetValueOrDefault(field!)?.Items : response;
        return schema?.Entity is { Ids.Count: > 0 } entity ? entity.Name : null;
    }

    public static OperationReply Read(SandboxCall call, string type)
    {
        var documents = call.State.Documents.Of(type);
        switch (call.Operation.Result.Kind)
        {
            case "page":
                return call.Page(new DocumentList(documents, call.Operation.Id, document => !document.IsDeleted));
            case "all" when ListOfIds(call.Operation) is { } ids:
                return call.Entities(call.QueryList(ids).Select(documents.Find).OfType<Document>());
            case "all":
                return call.Entities(documents.OldestFirst.Where(document => !document.IsDeleted));
            default:
                return call.LastPathValue is { } id && call.Find(type, id) is { } found ? call.Entities(found) : Reject.Missing(call.Operation, type);
        }
    }

    private static string? ListOfIds(ContractOperation operation) =>
        operation.Parameters.FirstOrDefault(parameter => parameter is { Place: "query", IsRequired: true, Schema.Type: "array" })?.Name;
}
