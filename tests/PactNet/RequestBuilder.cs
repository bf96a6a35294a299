using System.Text.Json;
using PactNet.Matchers;
using PactNet.Native;

namespace PactNet;

internal sealed class RequestBuilder(uint interaction, JsonSerializerOptions json) : IRequestBuilderV4
{
    private readonly ValueIndexes _headers = new();
    private readonly ValueIndexes _query = new();
    private bool _hasRequest;

    public IRequestBuilderV4 Given(string providerState)
    {
        PactCore.Require(PactFfi.Given(interaction, providerState));
        return this;
    }

    public IRequestBuilderV4 Given(string providerState, IDictionary<string, string> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            PactCore.Require(PactFfi.GivenWithParameter(interaction, providerState, name, value));
        }

        return this;
    }

    public IRequestBuilderV4 WithRequest(HttpMethod method, string path) => WithRequest(method.Method, path);

    public IRequestBuilderV4 WithRequest(string method, string path)
    {
        PactCore.Require(PactFfi.WithRequest(interaction, method, path));
        _hasRequest = true;
        return this;
    }

    public IRequestBuilderV4 WithQuery(string key, string value)
    {
        PactCore.Require(PactFfi.WithQueryParameter(interaction, key, _query.Next(key), value));
        return this;
    }

    public IRequestBuilderV4 WithQuery(string key, IMatcher matcher) =>
        WithQuery(key, JsonSerializer.Serialize(matcher, json));

    public IRequestBuilderV4 WithHeader(string key, string value)
    {
        PactCore.Require(PactFfi.WithHeader(interaction, InteractionPart.Request, key, _headers.Next(key), value));
        return this;
    }

    public IRequestBuilderV4 WithHeader(string key, IMatcher matcher) =>
        WithHeader(key, JsonSerializer.Serialize(matcher, json));

    public IRequestBuilderV4 WithJsonBody(dynamic body) => WithJsonBody(body, json);

    public IRequestBuilderV4 WithJsonBody(dynamic body, JsonSerializerOptions settings) =>
        WithBody(JsonSerializer.Serialize<object>((object)body, settings), "application/json");

    public IRequestBuilderV4 WithBody(string body, string contentType)
    {
        PactCore.Require(PactFfi.WithBody(interaction, InteractionPart.Request, contentType, body));
        return this;
    }

    public IResponseBuilderV4 WillRespond() => _hasRequest
        ? new ResponseBuilder(interaction, json)
        : throw new InvalidOperationException("Call WithRequest before WillRespond.");
}
