namespace PactNet.Verifier;

public interface IPactVerifierSource
{
    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri);

    IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure);

    IPactVerifierSource WithFilter(string? description = null, string? providerState = null);

    IPactVerifierSource WithRequestTimeout(TimeSpan timeout);

    IPactVerifierSource WithCustomHeader(string name, string value);

    void Verify();
}
