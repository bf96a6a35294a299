using System.Text.Json;

namespace Amity.Tests.Contract.Consumer;

/// <summary>A page token in a query: the provider makes its own, so the provider state hands it over.</summary>
internal static class PageToken
{
    // PactNet has no matcher for this; the core takes it from the text of the value.
    public static readonly string FromProviderState = JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["pact:matcher:type"] = "type",
        ["pact:generator:type"] = "ProviderState",
        ["expression"] = "${pageToken}",
        ["value"] = PactValues.PageToken,
    });
}
