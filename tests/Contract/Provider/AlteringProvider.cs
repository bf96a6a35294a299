using System.Text;

namespace Amity.Tests.Contract.Provider;

/// <summary>Passes requests on to a provider and changes its responses.</summary>
internal static class AlteringProvider
{
    public static Task<ProviderRelay> StartAsync(Uri provider, Func<string, string> change) => StartAsync(provider, Body(change));

    public static Task<ProviderRelay> StartAsync(Uri provider, Func<ProviderResponse, ProviderResponse> change) =>
        ProviderRelay.StartAsync(provider, change);

    /// <summary>Changes only the body.</summary>
    public static Func<ProviderResponse, ProviderResponse> Body(Func<string, string> change) =>
        response => response with { Body = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(response.Body))) };
}
