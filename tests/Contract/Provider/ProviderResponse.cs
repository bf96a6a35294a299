using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Contract.Provider;

/// <summary>What of a provider's response the pact speaks of.</summary>
/// <param name="Status">The status code.</param>
/// <param name="MediaType">The media type of the body, without parameters.</param>
/// <param name="Location">Where a redirect leads, made absolute as a client makes it; null where it leads nowhere.</param>
/// <param name="Body">The body, decompressed.</param>
internal sealed record ProviderResponse(int Status, string? MediaType, string? Location, byte[] Body)
{
    // A node takes a name that stands twice only until it is read, and throws then.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Why the provider gave no response; null when it gave one.</summary>
    public string? Problem { get; private init; }

    /// <summary>The JSON of a success, null when the response is an error, not JSON or not Unicode.</summary>
    public JsonNode? Json
    {
        get
        {
            try
            {
                var json = Status is >= 200 and < 300 ? JsonNode.Parse(Body, documentOptions: Strict) : null;
                ReadTexts(json);
                return json;
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                return null;
            }
        }
    }

    /// <summary>What stands for a response that did not come.</summary>
    public static ProviderResponse Missing(string problem) => new(StatusCodes.Status502BadGateway, null, null, []) { Problem = problem };

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.Headers.Location = Location;
        if (Body.Length > 0)
        {
            await response.Body.WriteAsync(Body);
        }
    }

    // A node reads a text only when asked for it, and throws then when it has half of a pair of surrogates.
    private static void ReadTexts(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (_, value) in fields)
                {
                    ReadTexts(value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    ReadTexts(item);
                }

                break;
            case JsonValue value:
                value.TryGetValue(out string? _);
                break;
        }
    }
}
