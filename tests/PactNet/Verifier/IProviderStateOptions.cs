namespace PactNet.Verifier;

public interface IProviderStateOptions
{
    IProviderStateOptions WithTeardown();

    IProviderStateOptions WithStyle(ProviderStateStyle style);
}
