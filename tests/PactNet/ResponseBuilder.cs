using System.Net;
using System.Text.Json;
using PactNet.Matchers;
using PactNet.Native;

namespace PactNet;

internal sealed class ResponseBuilder(uint interaction, JsonSerializerOptions json) : IResponseBuilderV4
{
    private readonly ValueIndexes _headers = new();

    public IResponseBuilderV4 WithStatus(HttpStatusCode status) => WithStatus((ushort)status);

    public IResponseBuilderV4 WithStatus(ushort status)
    {
        PactCore.Require(PactFfi.ResponseStatus(interaction, status));
        return this;
    }

    public IResponseBuilderV4 WithHeader(string key, string value)
    {
        PactCore.Require(PactFfi.WithHeader(interaction, InteractionPart.Response, key, _headers.Next(key), value));
        return this;
    }

    public IResponseBuilderV4 WithHeader(string key, IMatcher matcher) =>
        WithHeader(key, JsonSerializer.Serialize(matcher, json));

    public IResponseBuilderV4 WithJsonBody(dynamic body) => WithJsonBody(body, json);

    public IResponseBuilderV4 WithJsonBody(dynamic body, JsonSerializerOptions settings) =>
        WithBody(JsonSerializer.Serialize<object>((object)body, settings), "application/json");

    public IResponseBuilderV4 WithBody(string body, string contentType)
    {
        PactCore.Require(PactFfi.WithBody(interaction, InteractionPart.Response, contentType, body));
        return this;
    }
}
