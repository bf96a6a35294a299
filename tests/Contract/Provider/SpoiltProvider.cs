using System.Text;

namespace Amity.Tests.Contract.Provider;

/// <summary>Passes requests on to a provider and spoils its responses.</summary>
internal static class SpoiltProvider
{
    public static Task<ProviderRelay> StartAsync(Uri provider, Func<string, string> spoil) => StartAsync(provider, Body(spoil));

    public static Task<ProviderRelay> StartAsync(Uri provider, Func<ProviderResponse, ProviderResponse> spoil) =>
        ProviderRelay.StartAsync(provider, token: null, spoil);

    /// <summary>Spoils only the body.</summary>
    public static Func<ProviderResponse, ProviderResponse> Body(Func<string, string> spoil) =>
        response => response with { Body = Encoding.UTF8.GetBytes(spoil(Encoding.UTF8.GetString(response.Body))) };
}
