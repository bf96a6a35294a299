using System.Runtime.InteropServices;
using PactNet.Exceptions;
using PactNet.Native;

namespace PactNet.Verifier;

internal sealed class PactVerifierSource(IntPtr verifier, PactVerifierConfig config) : IPactVerifierSource
{
    private TimeSpan _requestTimeout = TimeSpan.FromSeconds(5);

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri) =>
        WithProviderStateUrl(providerStateUri, static _ => { });

    public IPactVerifierSource WithProviderStateUrl(Uri providerStateUri, Action<IProviderStateOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(providerStateUri);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ProviderStateOptions();
        configure(options);
        PactFfi.VerifierSetProviderState(
            verifier, providerStateUri.AbsoluteUri, options.Teardown, options.Style == ProviderStateStyle.Body);
        return this;
    }

    public IPactVerifierSource WithFilter(string? description = null, string? providerState = null)
    {
        PactFfi.VerifierSetFilter(verifier, description, providerState, withoutState: false);
        return this;
    }

    public IPactVerifierSource WithRequestTimeout(TimeSpan timeout)
    {
        _requestTimeout = timeout;
        return this;
    }

    public IPactVerifierSource WithCustomHeader(string name, string value)
    {
        PactFfi.VerifierAddCustomHeader(verifier, name, value);
        return this;
    }

    public void Verify()
    {
        var timeout = new CULong((uint)_requestTimeout.TotalMilliseconds);
        _ = PactFfi.VerifierSetOptions(verifier, disableSslVerification: false, timeout);
        _ = PactFfi.VerifierSetNoPactsIsError(verifier, isError: true);

        var code = PactFfi.VerifierExecute(verifier);
        config.WriteLine(PactFfi.Take(PactFfi.VerifierOutput(verifier, stripAnsi: true)));
        switch (code)
        {
            case 0:
                return;
            case 1:
                throw new PactVerificationFailedException("Pact verification failed");
            default:
                throw new PactFailureException($"The Pact verifier could not run (code {code}).");
        }
    }
}
