using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox.Operations;

/// <summary>A request to an operation that nothing keeps from being handled: its values, its caller, the state, and the replies to it.</summary>
internal sealed class SandboxCall(
    ContractOperation operation,
    RequestValues values,
    JsonObject body,
    Caller caller,
    SandboxState state,
    OperationHandlers handlers)
{
    public ContractOperation Operation => operation;

    public Caller Caller => caller;

    /// <summary>The token that came; null where a key stood in its place, or nothing.</summary>
    public string? Token => PresentedToken.Of(values.Http, operation)?.Token;

    public SandboxState State => state;

    /// <summary>The body; empty when there was none.</summary>
    public JsonObject Body => body;

    public DateTimeOffset Now => state.Now;

    /// <summary>Everything outside of the body.</summary>
    public RequestValues Values => values;

    /// <summary>A value in the path.</summary>
    public string Path(string name) => values.Path[name];

    /// <summary>The value in the path that comes last, which is the one that the operation is about; null when there is none.</summary>
    public string? LastPathValue => operation.Segments.LastOrDefault(segment => segment is ['{', ..]) is { } last ? Path(last[1..^1]) : null;

    /// <summary>A value of the query; null when it did not come.</summary>
    public string? Query(string name) => values.Of("query", name) is [{ } value, ..] ? value : null;

    /// <summary>The values of a list in the query.</summary>
    public IReadOnlyList<string> QueryList(string name) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Place == "query" && parameter.Name == name) is { } list
            ? [.. list.ValuesIn(values).OfType<string>()]
            : [];

    public bool? QueryFlag(string name) => Query(name) is { } flag ? bool.Parse(flag) : null;

    /// <summary>The values in path and query that are called like a field of the entities asked for, which they must then have.</summary>
    public IReadOnlyList<(string Field, string Value)> Filters(ContractSchema entity) =>
    [
        .. from parameter in operation.Parameters
           where parameter.Place is "path" or "query"
           where entity.Properties.TryGetValue(parameter.Name, out var field) && field.Type is not ("array" or "object")
           let values = parameter.ValuesIn(Values)
           where values.Count == 1
           select (parameter.Name, values.ToString()),
    ];

    /// <summary>A value that came under a parameter's name, wherever it stands; null when it did not come.</summary>
    public string? Value(string name) => operation.Parameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter
        ? values.Of(parameter.Place, name).ToString() is { Length: > 0 } value ? value : null
        : Query(name);

    /// <summary>A text of the body; null when it did not come.</summary>
    public string? Text(string field) => (string?)body[field];

    /// <summary>A document that is not deleted; null when there is none.</summary>
    public Document? Find(string type, string id) => state.Documents.Of(type).Find(id) is { IsDeleted: false } document ? document : null;

    /// <summary>The success of an operation whose result is entities, in an envelope or as the one that it is.</summary>
    public OperationReply Entities(params IEnumerable<Document> documents) => operation.Success.Schema!.Entity is null
        ? Entities(documents, further: operation.Result.Kind == "page" ? new JsonObject { ["paging"] = new JsonObject() } : [])
        : OperationReply.Json(operation.SuccessStatus, writer => NewEnvelope().Write(writer, documents.Single()));

    /// <summary>The success of an operation whose result has entities among other fields.</summary>
    public OperationReply Entities(IEnumerable<Document> documents, JsonObject further) =>
        OperationReply.Json(operation.SuccessStatus, writer => NewEnvelope().Add(documents).Write(writer, further));

    /// <summary>The success of an operation whose result is a page; a bad request when the token is not one of the list.</summary>
    public OperationReply Page(DocumentList list, params IEnumerable<Document> further)
    {
        var (size, token) = PageValues();
        return DocumentPage.Read(list, state.PageTokens, size, token) is { } page
            ? OperationReply.Json(operation.SuccessStatus, writer => NewEnvelope().Add(page.Documents).Add(further).Write(writer, page))
            : Reject.BadRequest("The page token was edited, or belongs to another list.");
    }

    /// <summary>The success of an operation whose result is a confirmation, or nothing at all.</summary>
    public OperationReply Done() => operation.Result.Field is { } field
        ? OperationReply.Json(operation.SuccessStatus, new JsonObject { [field] = true })
        : OperationReply.Nothing(operation.SuccessStatus);

    /// <summary>The success of an operation whose result is this JSON.</summary>
    public OperationReply Json(JsonNode json) => OperationReply.Json(operation.SuccessStatus, json);

    /// <summary>The success of an operation whose result is a text.</summary>
    public OperationReply PlainText(string text) => OperationReply.Text(operation.SuccessStatus, text);

    private Envelope NewEnvelope() => new(operation.Success.Schema!, state.Documents, document => handlers.HiddenFields(document, this));

    private (int? Size, string? Token) PageValues()
    {
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Schema.Format == "token")
            {
                return (ToNumber(Query("limit")), Query(parameter.Name));
            }

            if (parameter.Schema.Properties.FirstOrDefault(field => field.Value.Format == "token").Key is { } field)
            {
                return (ToNumber(Query($"{parameter.Name}[limit]")), Query($"{parameter.Name}[{field}]"));
            }
        }

        return default;
    }

    private static int? ToNumber(string? text) => int.TryParse(text, out var number) ? number : null;
}
