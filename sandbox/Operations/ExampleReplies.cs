using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Microsoft.Extensions.Logging;

namespace Amity.Sandbox.Operations;

/// <summary>What stands for the response of an operation that keeps no state: the contract's example.</summary>
internal sealed partial class ExampleReplies(ILogger<AmitySandbox> logger, bool forWrites)
{
    private readonly ConcurrentDictionary<string, bool> _logged = new(StringComparer.Ordinal);

    public OperationReply Make(ContractOperation operation)
    {
        if (!operation.IsRead && !forWrites)
        {
            return Reject.NoState(operation.Id);
        }

        if (_logged.TryAdd(operation.Id, true))
        {
            LogExample(operation.Id);
        }

        return Example(operation, operation.SuccessStatus, operation.Success) with { IsExample = true };
    }

    private static OperationReply Example(ContractOperation operation, int status, ContractResponse response) => response switch
    {
        _ when status is >= 300 and < 400 => OperationReply.Redirect(response.Location, status),
        { IsJson: false, Example: { } text } => OperationReply.Text(status, text.GetString()!) with { MediaType = response.MediaType },
        { Example: { } page } when operation.Result.Kind == "page" => OperationReply.Json(status, AsOnlyPage(page)),
        { Example: { } json } => OperationReply.Json(status, writer => json.WriteTo(writer)),
        _ => OperationReply.Nothing(status),
    };

    // With the token of a next page, which would be the same again, an enumeration would never end.
    private static JsonObject AsOnlyPage(JsonElement example)
    {
        var page = JsonObject.Create(example)!;
        page["paging"] = new JsonObject();
        return page;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{OperationId} keeps no state in the sandbox: it responds with the contract's example.")]
    private partial void LogExample(string operationId);
}
