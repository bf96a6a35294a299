using System.Text.Json;
using Amity.Core.Json;

namespace Amity;

/// <summary>The response to a request of the caller's own, by <see cref="AmityClient.SendAsync(HttpMethod, string, object, CancellationToken)"/>; its whole body is in memory.</summary>
public sealed class AmityResponse
{
    private readonly ReadOnlyMemory<byte> _body;

    /// <summary>Makes a response, such as one that a fake gives.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="body">The body; text in UTF-8.</param>
    /// <param name="contentType">The media type of the body, such as <c>application/json</c>; null for none.</param>
    /// <param name="headers">The headers with their values; null for none.</param>
    public AmityResponse(
        int statusCode,
        ReadOnlyMemory<byte> body = default,
        string? contentType = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? headers = null)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Headers = (headers ?? [])
            .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                same => same.Key,
                same => (IReadOnlyList<string>)[.. same.SelectMany(header => header.Value)],
                StringComparer.OrdinalIgnoreCase);
        _body = body;
    }

    /// <summary>The HTTP status, 200 to 399: a redirect is not followed.</summary>
    public int StatusCode { get; }

    /// <summary>The media type of the body, such as <c>application/json</c>, without its parameters; null when the response names none.</summary>
    public string? ContentType { get; }

    /// <summary>The headers, those of the body included; their names are found in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>How deep <see cref="ReadJson"/> takes the body to be nested.</summary>
    internal int MaxJsonDepth { get; init; } = 64;

    /// <summary>Reads the body as JSON, nested at most <see cref="AmityClientOptions.MaxJsonDepth"/> deep.</summary>
    /// <exception cref="JsonException">The body is not JSON, or is nested deeper.</exception>
    public JsonElement ReadJson()
    {
        using var document = JsonDocument.Parse(WithoutMark(), new JsonDocumentOptions { MaxDepth = MaxJsonDepth });
        return document.RootElement.Clone();
    }

    /// <summary>Reads the body as text.</summary>
    public string ReadText() => Utf8Text.Decode(WithoutMark().Span);

    /// <summary>Opens the body's bytes for reading, any number of times. Text of another charset has become UTF-8.</summary>
    public Stream OpenStream() => new MemoryStream(_body.ToArray(), writable: false);

    /// <summary>Shows status and media type, never the body.</summary>
    public override string ToString() => $"{nameof(AmityResponse)} ({StatusCode}{(ContentType is null ? null : $", {ContentType}")})";

    private ReadOnlyMemory<byte> WithoutMark() => _body.Slice(_body.Length - Utf8Text.WithoutMark(_body.Span).Length);
}
