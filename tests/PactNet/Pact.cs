namespace PactNet;

public class Pact : IPactV4
{
    private Pact(string consumer, string provider, PactConfig config)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(consumer);
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentNullException.ThrowIfNull(config);
        Consumer = consumer;
        Provider = provider;
        Config = config;
    }

    public string Consumer { get; }

    public string Provider { get; }

    public PactConfig Config { get; }

    public static IPactV4 V4(string consumer, string provider) => V4(consumer, provider, new PactConfig());

    public static IPactV4 V4(string consumer, string provider, PactConfig config) => new Pact(consumer, provider, config);
}
