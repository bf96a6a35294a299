using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>A response in a few words.</summary>
internal static class ResponseSummary
{
    public static string Of(Exchange exchange) => exchange.Succeeded
        ? $"accepted ({exchange.Status}{(SaysThatItFailed(exchange) ? ", success false" : "")})"
        : (exchange.Json as JObject)?["code"] is { Type: JTokenType.Integer } code
            ? $"rejected ({exchange.Status}, code {(long)code})"
            : $"rejected ({exchange.Status})";

    public static bool SaysThatItFailed(Exchange exchange) =>
        exchange.Json is JObject body && body["success"] is JValue { Value: false };
}
