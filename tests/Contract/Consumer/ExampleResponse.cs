using System.Text.Json.Nodes;
using Amity.Tests.Unit.Json;
using Newtonsoft.Json;
using PactNet;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>
/// The spec's example of an operation's success as a pact has it: lists with their first entry, and no page token, which each provider
/// makes for itself.
/// </summary>
internal sealed class ExampleResponse
{
    private readonly string _operationId;
    private readonly string? _text;
    private readonly JsonNode? _json;

    private ExampleResponse(string operationId)
    {
        _operationId = operationId;
        switch (Spec.ResultOf(operationId))
        {
            case ResultKind.Json:
                _json = WithoutTokens(FirstEntries(SpecExamples.ResponseJson(operationId)));
                break;
            case ResultKind.Text:
                _text = SpecExamples.Response(operationId);
                break;
            case ResultKind.Location:
                _text = SpecExamples.Location(operationId);
                break;
        }
    }

    public static ExampleResponse Of(string operationId) => new(operationId);

    /// <summary>Adds what the pact asks of the response.</summary>
    public void AddTo(IResponseBuilderV4 response)
    {
        response.WithStatus((ushort)Spec.SuccessOf(_operationId));
        switch (Spec.ResultOf(_operationId))
        {
            case ResultKind.Json:
                // A confirmation is one value and no other.
                var isExact = Spec.Field(_operationId, "confirmation") is not null;
                response.WithJsonBody(isExact ? _json! : ResponseMatchers.Of(_json, Spec.ResponseOf(_operationId))!);
                break;
            case ResultKind.Text:
                response.WithBody(_text!, "text/plain");
                break;
            case ResultKind.Location:
                response.WithHeader("Location", Match.Regex(_text!, "^https?://.+$"));
                break;
        }
    }

    /// <summary>What of the example is not in the result of the call; empty when all of it is.</summary>
    public IEnumerable<string> MissingIn(object? result)
    {
        if (Spec.Field(_operationId, "one") is { } one)
        {
            return [.. Loss(_json![one]![0], result), .. Loss(_json, Included(result))];
        }

        if (Spec.Field(_operationId, "page") is { } page)
        {
            return [.. Loss(_json![page], result!.GetType().GetProperty("Items")!.GetValue(result)), .. Loss(_json, Included(result))];
        }

        if (Spec.Field(_operationId, "all") is { } all)
        {
            return [.. Loss(_json![all], result), .. Loss(_json, Included(((IEnumerable<object>)result!).First()))];
        }

        return Spec.Field(_operationId, "confirmation") is not null ? []
            : _text is null ? Loss(_json, result)
            : _text == (result is Uri location ? location.AbsoluteUri : result as string) ? []
            : [$"{_text} became {result}"];
    }

    private static IReadOnlyList<string> Loss(JsonNode? example, object? result) =>
        JsonLoss.Between(example?.ToJsonString() ?? "null", JsonConvert.SerializeObject(result));

    private static object? Included(object? result) => result?.GetType().GetProperty("Included")!.GetValue(result);

    private static JsonNode? FirstEntries(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Key, FirstEntries(field.Value)))),
        JsonArray items => new JsonArray([.. items.Take(1).Select(FirstEntries)]),
        _ => node?.DeepClone(),
    };

    private JsonNode? WithoutTokens(JsonNode? example)
    {
        if (Spec.Field(_operationId, "page") is not null && example!["paging"] is JsonObject paging)
        {
            example["paging"] = new JsonObject(paging.Where(field => field.Value is JsonValue value && !value.TryGetValue(out string? _))
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        }

        return example;
    }
}
