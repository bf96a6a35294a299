using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Operations;

/// <summary>A response, written out while the state was held still.</summary>
internal sealed record OperationReply(int Status, string? MediaType, ReadOnlyMemory<byte> Body)
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string TextType = "text/plain; charset=utf-8";

    private static readonly JsonWriterOptions PlainText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; private init; }

    /// <summary>What a rejection says; null for any other response.</summary>
    public string? Rejection { get; init; }

    /// <summary>Whether this is the contract's example, for want of any state.</summary>
    public bool IsExample { get; init; }

    public static OperationReply Json(int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, PlainText))
        {
            write(writer);
        }

        return new OperationReply(status, JsonType, body.WrittenMemory);
    }

    public static OperationReply Json(int status, JsonNode json) => Json(status, writer => json.WriteTo(writer));

    public static OperationReply Text(int status, string text) => new(status, TextType, Encoding.UTF8.GetBytes(text));

    public static OperationReply Nothing(int status) => new(status, null, default);

    public static OperationReply Redirect(string location, int status = StatusCodes.Status302Found) => Nothing(status) with { Location = location };

    /// <summary>A rejection as a text or without a body, where the operation documents that in place of the service's error body.</summary>
    public OperationReply AsDocumented(ContractOperation operation) =>
        Rejection is null || !operation.Responses.TryGetValue(Status, out var documented) ? this
        : documented.MediaType is null ? Nothing(Status)
        : documented.IsText ? Text(Status, Rejection)
        : this;

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = MediaType;
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (IsExample)
        {
            response.Headers["x-amity-sandbox"] = "example";
        }

        return Body.IsEmpty ? Task.CompletedTask : response.Body.WriteAsync(Body, response.HttpContext.RequestAborted).AsTask();
    }
}
