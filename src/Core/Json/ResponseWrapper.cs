using System.Text.Json;

namespace Amity.Core.Json;

/// <summary>
/// A body that may be wrapped in an object with <c>status</c> and <c>data</c>: contract and practice of the service differ in that, so that
/// both are read alike.
/// </summary>
internal readonly ref struct ResponseWrapper
{
    /// <summary>Looks for the wrapper.</summary>
    /// <param name="body">The body in UTF-8.</param>
    internal ResponseWrapper(ReadOnlySpan<byte> body)
    {
        body = Utf8Text.WithoutMark(body);
        Data = body;
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var (hasStatus, from, length) = (false, 0, -1);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                // As they stand: to unescape a text that is half of a surrogate pair throws.
                var (isStatus, isData) = (json.ValueSpan.SequenceEqual("status"u8), json.ValueSpan.SequenceEqual("data"u8));
                json.Read();
                hasStatus |= isStatus && json.TokenType == JsonTokenType.String;
                SaysError |= isStatus && json.TokenType == JsonTokenType.String && json.ValueSpan.SequenceEqual("error"u8);
                from = isData ? (int)json.TokenStartIndex : from;
                json.Skip();
                length = isData ? (int)json.BytesConsumed - from : length;
            }

            // Nothing may follow.
            json.Read();
        }
        catch (JsonException)
        {
            // Whoever reads the body says where it is not JSON.
            SaysError = false;
            return;
        }

        Data = hasStatus && length >= 0 ? body.Slice(from, length) : body;
    }

    /// <summary>What is inside of the wrapper; the body itself when there is none.</summary>
    internal ReadOnlySpan<byte> Data { get; }

    /// <summary>Whether the status is that of an error, whatever the HTTP status.</summary>
    internal bool SaysError { get; }
}
