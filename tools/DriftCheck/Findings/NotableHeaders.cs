using System.Globalization;
using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Findings;

/// <summary>The headers that a client could make use of, if it knew of them.</summary>
internal static class NotableHeaders
{
    private static readonly string[] RequestIds =
        ["request-id", "requestid", "correlation-id", "trace-id", "traceparent", "amz-cf-id", "cf-ray"];

    public static IEnumerable<Note> Find(Exchange exchange)
    {
        foreach (var (name, value) in exchange.Headers)
        {
            if (IsAbout(name, "retry-after") || IsAbout(name, "ratelimit") || IsAbout(name, "rate-limit"))
            {
                yield return new Note(exchange.OperationId, NameOf(name), IsNumberOrDate(value) ? value : $"{value.Length} characters");
            }
            else if (RequestIds.Any(id => IsAbout(name, id)))
            {
                // Not the id itself: it names one request of one customer.
                yield return new Note(exchange.OperationId, NameOf(name), "an id per request");
            }
        }

        if (exchange.Body is null)
        {
            yield return new Note(exchange.OperationId, "body", "not recorded");
        }

        if (exchange.Redirects && RedirectCheck.TargetOf(exchange) is { } target)
        {
            yield return new Note(exchange.OperationId, "redirect host", target.Host);
        }
    }

    private static string NameOf(string header) => Identifier.Is(header) ? header : $"a name of {header.Length} characters";

    private static bool IsNumberOrDate(string value) =>
        value.Length < 20 && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            || DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsAbout(string header, string word) => header.Contains(word, StringComparison.OrdinalIgnoreCase);
}
