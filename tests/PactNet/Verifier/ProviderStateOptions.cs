namespace PactNet.Verifier;

internal sealed class ProviderStateOptions : IProviderStateOptions
{
    internal bool Teardown { get; private set; }

    internal ProviderStateStyle Style { get; private set; } = ProviderStateStyle.Body;

    public IProviderStateOptions WithTeardown()
    {
        Teardown = true;
        return this;
    }

    public IProviderStateOptions WithStyle(ProviderStateStyle style)
    {
        Style = style;
        return this;
    }
}
