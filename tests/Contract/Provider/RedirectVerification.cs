using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amity.Tests.Contract.Provider;

/// <summary>Verifies an interaction that is answered by a redirect: the core follows redirects, which PactNet cannot turn off.</summary>
internal static class RedirectVerification
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static async Task<Verification> OfAsync(PactInteraction interaction, Uri provider, Uri states, string? token)
    {
        foreach (var state in interaction.Json["providerStates"]!.AsArray())
        {
            var change = new JsonObject { ["state"] = state!["name"]!.DeepClone(), ["params"] = state["params"]?.DeepClone() };
            using var changed = await Http.PostAsJsonAsync(states, change);
            changed.EnsureSuccessStatusCode();
        }

        using var request = new HttpRequestMessage(new HttpMethod(interaction.Method), new Uri(provider, interaction.Path));
        request.Headers.TryAddWithoutValidation("Authorization", token is null ? (string?)interaction.Json["request"]!["headers"]!["Authorization"]![0] : $"Bearer {token}");
        using var answer = await Http.SendAsync(request);
        var pattern = (string)interaction.Json["response"]!["matchingRules"]!["header"]!["Location"]!["matchers"]![0]!["regex"]!;
        var location = answer.Headers.Location?.OriginalString;

        // The location is signed: whether it fits may be told, the location itself not.
        var fits = location is not null && Regex.IsMatch(location, pattern);
        return new Verification(
            (int)answer.StatusCode == interaction.Status && fits,
            $"{interaction.Description}: status {(int)answer.StatusCode}, Location {(location is null ? "missing" : fits ? "fits" : $"does not match {pattern}")}");
    }
}
