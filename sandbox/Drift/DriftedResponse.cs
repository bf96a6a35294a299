using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Drift;

/// <summary>A response on its way out, to be changed.</summary>
internal sealed class DriftedResponse(HttpResponse response, ContractOperation operation, byte[] body)
{
    private JsonNode? _json = response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
        ? JsonNode.Parse(body, documentOptions: SpoiledBody.Reading)
        : null;
    private byte[]? _replacement;

    public HttpResponse Response => response;

    public ContractOperation Operation => operation;

    /// <summary>The body as JSON; null when there is none.</summary>
    public JsonNode? Json => _replacement is null ? _json : null;

    /// <summary>The status that the sandbox chose, by which the body has its shape.</summary>
    public int TrueStatus { get; } = response.StatusCode;

    public void ReplaceBody(byte[] replacement) => (_json, _replacement) = (null, replacement);

    /// <summary>Puts another value in the place of one, or of the whole body.</summary>
    public void Replace(JsonNode value, JsonNode? replacement)
    {
        if (value == _json)
        {
            ReplaceBody(JsonSerializer.SerializeToUtf8Bytes(replacement));
        }
        else
        {
            value.ReplaceWith(replacement);
        }
    }

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var bytes = _replacement ?? (_json is null ? body : JsonSerializer.SerializeToUtf8Bytes(_json));
        if (bytes.Length > 0)
        {
            SpoiledBody.Allow(response);
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, cancellationToken);
    }
}
