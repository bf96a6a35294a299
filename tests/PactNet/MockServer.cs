using PactNet.Exceptions;
using PactNet.Native;

namespace PactNet;

internal sealed class MockServer : IConsumerContext, IDisposable
{
    private const string Host = "127.0.0.1";

    private readonly ushort _pact;
    private readonly int _port;

    internal MockServer(ushort pact)
    {
        _pact = pact;
        _port = PactFfi.CreateMockServer(pact, Host, 0, "http", null);
        if (_port <= 0)
        {
            throw new InvalidOperationException($"The Pact mock server did not start (code {_port}).");
        }
    }

    public Uri MockServerUri => new($"http://{Host}:{_port}");

    internal bool HasMismatches => Mismatches is not ("" or "[]");

    private string Mismatches => PactFfi.Borrow(PactFfi.MockServerMismatches(_port));

    internal void Report(PactConfig config)
    {
        if (HasMismatches)
        {
            config.WriteLine("Verification mismatches:");
            config.WriteLine(Mismatches);
        }

        if (PactFfi.Borrow(PactFfi.MockServerLogs(_port)) is { Length: > 0 } logs)
        {
            config.WriteLine("Mock server logs:");
            config.WriteLine(logs);
        }
    }

    internal void WritePact(string directory)
    {
        var code = PactFfi.WritePact(_pact, directory, overwrite: false);
        if (code != 0)
        {
            throw new PactFailureException($"The pact file could not be written to {directory} (code {code}).");
        }
    }

    public void Dispose()
    {
        PactFfi.CleanupMockServer(_port);
        _ = PactFfi.FreePact(_pact);
    }
}
