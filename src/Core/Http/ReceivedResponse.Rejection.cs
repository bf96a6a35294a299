using System.Text.Json;
using Amity.Core.Authentication;
using Amity.Core.Errors;
using Amity.Core.Json;

namespace Amity.Core.Http;

// What the service says of a call that it rejected, without the credential and the request's own secrets, should it repeat them.
internal sealed partial class ReceivedResponse
{
    /// <summary>Most details that are kept.</summary>
    private const int DetailLimit = 100;

    private const int ErrorDepth = 64;
    private const int ErrorValues = 10_000;

    internal AmityApiException Rejection(RequestName request)
    {
        var redaction = RedactionOf(_request.Secrets);
        var rejection = _body is null ? new AmityRejection { RetryAfter = RetryAfter } : Read(_body, redaction);
        return AmityApiException.Of(request, StatusCode, rejection.Message ?? redaction.Line(_reason) ?? "rejected", rejection);
    }

    private TokenRedaction RedactionOf(IReadOnlyList<string> secrets) => (secrets.Count, _token) switch
    {
        (0, null) => TokenRedaction.None,
        (0, _) => _token.Redaction,
        (_, null) => new TokenRedaction(secrets),
        _ => new TokenRedaction([.. secrets, _token.Value]),
    };

    /// <summary>Reads an error body; null when it is anything else, such as a proxy's HTML page.</summary>
    private static ApiError? ReadError(ReadOnlySpan<byte> body) => AmityJson.TryRead(body, ApiError.Read, ErrorDepth, ErrorValues);

    private AmityRejection Read(ResponseBody body, TokenRedaction redaction)
    {
        var error = ReadError(body.Bytes);
        return new AmityRejection
        {
            Code = error?.Code is { } code ? new AmityErrorCode(code) : null,
            Message = redaction.Line(error?.Message),
            Details = [.. DetailsOf(error).Take(DetailLimit).Select(redaction.Line).OfType<string>()],
            Body = redaction.Body(body.Bytes),
            RetryAfter = RetryAfter,
        };
    }

    // A list of texts, or an object.
    private static IEnumerable<string> DetailsOf(ApiError? error) => error?.Data?.Detail switch
    {
        null => [],
        JsonElement { ValueKind: JsonValueKind.Object } fields => fields.EnumerateObject().Select(field => $"{field.Name}: {TextOf(field.Value)}"),
        JsonElement { ValueKind: JsonValueKind.Array } items => items.EnumerateArray().Select(item => TextOf(item)),
        var single => [TextOf(single)],
    };

    private static string TextOf(object value) =>
        value is JsonElement { ValueKind: JsonValueKind.String } text ? text.GetString()! : Utf8Text.Decode(RequestWriter.Write(value));
}
