namespace PactNet.Verifier;

public enum ProviderStateStyle
{
    Body,
    Query,
}
