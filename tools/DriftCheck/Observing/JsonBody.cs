using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = System.Text.Json.JsonException;
using JsonTokenType = System.Text.Json.JsonTokenType;

namespace Amity.DriftCheck.Observing;

/// <summary>A body, read as JSON with every value as it was written.</summary>
/// <param name="Json">The JSON; null when the body is not JSON.</param>
/// <param name="Problem">Why there is no JSON.</param>
/// <param name="Length">The length of the body, in bytes.</param>
internal sealed record JsonBody(JToken? Json, string? Problem, int Length)
{
    private const int MaxDepth = 64;

    // The client rejects more by default.
    private const int MaxValues = 500_000;

    /// <summary>Reads a body, with each of its names and texts passed through a filter.</summary>
    public static JsonBody Read(ReadOnlySpan<byte> body, Func<string, string> filter)
    {
        // A byte order mark is no part of JSON, but some proxies add one.
        var mark = Encoding.UTF8.Preamble;
        var json = body.StartsWith(mark) ? body[mark.Length..] : body;
        if (FindProblem(json) is { } problem)
        {
            return new JsonBody(null, problem, body.Length);
        }

        try
        {
            using var reader = new Reader(Encoding.UTF8.GetString(json), filter);
            return new JsonBody(JToken.ReadFrom(reader), null, body.Length);
        }
        catch (JsonReaderException)
        {
            return new JsonBody(null, "has a number of more digits than can be read", body.Length);
        }
    }

    // The reader that keeps values as they were written takes much that is not JSON, so a strict one looks first.
    private static string? FindProblem(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return "is empty";
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            var (depth, values) = (0, 0);
            while (reader.Read())
            {
                var opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                var closes = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;

                // Fields and items: what all of them stand in is neither.
                values += reader.CurrentDepth > 0 && !closes && reader.TokenType != JsonTokenType.PropertyName ? 1 : 0;

                // The depth of what opens an object or a list is that of what it stands in.
                depth = Math.Max(depth, reader.CurrentDepth + (opens ? 1 : 0));
            }

            // The reader leaves the bytes inside of texts alone.
            return (depth > MaxDepth, values > MaxValues, Utf8.IsValid(json)) switch
            {
                (true, _, _) => $"is nested deeper than {MaxDepth}",
                (_, true, _) => $"has more than {MaxValues} values",
                (_, _, false) => "is not UTF-8",
                _ => null,
            };
        }
        catch (JsonException)
        {
            return "is not JSON";
        }
    }

    private sealed class Reader : JsonTextReader
    {
        private readonly Func<string, string> _filter;

        public Reader(string json, Func<string, string> filter)
            : base(new StringReader(json))
        {
            _filter = filter;

            // What looks like a date would become one, and lose its format.
            DateParseHandling = DateParseHandling.None;
            MaxDepth = JsonBody.MaxDepth;
        }

        // The schema library fails on whole numbers beyond 64 bits.
        public override object? Value => base.Value switch
        {
            string text => _filter(text),
            BigInteger number => (double)number,
            var value => value,
        };
    }
}
