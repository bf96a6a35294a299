namespace PactNet.Verifier;

public interface IPactVerifier
{
    IPactVerifier WithHttpEndpoint(Uri pactUri);

    IPactVerifierSource WithFileSource(FileInfo pactFile);
}
