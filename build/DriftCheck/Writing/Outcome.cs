using Amity.DriftCheck.Observing;

using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>An answer in a few words.</summary>
internal static class Outcome
{
    public static string Of(Exchange exchange) => exchange.Succeeded
        ? $"accepted ({exchange.Status})"
        : (JsonText.Read(exchange.Body) as JObject)?["code"] is { Type: JTokenType.Integer } code
            ? $"refused ({exchange.Status}, code {(long)code})"
            : $"refused ({exchange.Status})";
}
