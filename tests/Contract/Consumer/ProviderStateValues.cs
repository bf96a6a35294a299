using System.Text.Json;

namespace Amity.Tests.Contract.Consumer;

/// <summary>A value of a request that a provider makes for itself, so that its provider state hands it over.</summary>
internal static class ProviderStateValues
{
    /// <summary>The text that stands for such a value.</summary>
    /// <param name="before">What stands before it.</param>
    /// <param name="name">The name under which the provider state gives it.</param>
    /// <param name="example">What the client sends here.</param>
    // PactNet has no matcher for this; the core takes it from the text of the value.
    public static string Of(string before, string name, string example) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["pact:matcher:type"] = "regex",
        ["regex"] = $"^{before}.+$",
        ["pact:generator:type"] = "ProviderState",
        ["expression"] = $"{before}${{{name}}}",
        ["value"] = before + example,
    });
}
