using PactNet.Native;

namespace PactNet.Verifier;

public sealed class PactVerifier : IPactVerifier, IDisposable
{
    private readonly string _provider;
    private readonly PactVerifierConfig _config;
    private readonly IntPtr _verifier;
    private bool _hasEndpoint;
    private bool _disposed;

    public PactVerifier(string providerName)
        : this(providerName, new PactVerifierConfig())
    {
    }

    public PactVerifier(string providerName, PactVerifierConfig config)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerName);
        ArgumentNullException.ThrowIfNull(config);
        _provider = providerName;
        _config = config;
        PactCore.Initialise(config.LogLevel);
        _verifier = PactFfi.NewVerifier("PactNet", "0.1.0");
    }

    public IPactVerifier WithHttpEndpoint(Uri pactUri)
    {
        ArgumentNullException.ThrowIfNull(pactUri);
        PactFfi.VerifierSetProvider(_verifier, _provider, pactUri.Scheme, pactUri.Host, (ushort)pactUri.Port, pactUri.AbsolutePath);
        _hasEndpoint = true;
        return this;
    }

    public IPactVerifierSource WithFileSource(FileInfo pactFile)
    {
        ArgumentNullException.ThrowIfNull(pactFile);
        if (!_hasEndpoint)
        {
            throw new InvalidOperationException("Call WithHttpEndpoint first.");
        }

        PactFfi.VerifierAddFileSource(_verifier, pactFile.FullName);
        return new PactVerifierSource(_verifier, _config);
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            PactFfi.VerifierShutdown(_verifier);
        }
    }
}
