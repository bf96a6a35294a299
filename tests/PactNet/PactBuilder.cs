using PactNet.Exceptions;
using PactNet.Native;

namespace PactNet;

internal sealed class PactBuilder : IPactBuilderV4
{
    private readonly PactConfig _config;
    private readonly ushort _pact;

    internal PactBuilder(IPactV4 pact)
    {
        _config = pact.Config;
        PactCore.Initialise(_config.LogLevel);
        _pact = PactFfi.NewPact(pact.Consumer, pact.Provider);
        PactCore.Require(PactFfi.WithSpecification(_pact, PactFfi.SpecificationV4));
    }

    public IRequestBuilderV4 UponReceiving(string description) =>
        new RequestBuilder(PactFfi.NewInteraction(_pact, description), _config.DefaultJsonSettings);

    public void Verify(Action<IConsumerContext> interact)
    {
        ArgumentNullException.ThrowIfNull(interact);
        VerifyAsync(context =>
        {
            interact(context);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
    }

    public async Task VerifyAsync(Func<IConsumerContext, Task> interact)
    {
        ArgumentNullException.ThrowIfNull(interact);
        using var server = new MockServer(_pact);
        try
        {
            await interact(server).ConfigureAwait(false);
        }
        finally
        {
            // A client that throws on the mock server's 500 would otherwise hide what did not match.
            server.Report(_config);
        }

        if (server.HasMismatches)
        {
            throw new PactFailureException("Pact verification failed. See output for details");
        }

        server.WritePact(_config.PactDir);
    }
}
