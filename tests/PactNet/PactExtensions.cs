namespace PactNet;

public static class PactExtensions
{
    public static IPactBuilderV4 WithHttpInteractions(this IPactV4 pact) => new PactBuilder(pact);
}
