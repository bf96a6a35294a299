using System.Globalization;

namespace Amity.Bench.Server;

/// <summary>The server in a process of its own, so that only the client's time and memory are measured; ends with this one.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly ChildProcess _process;

    internal ServerProcess()
    {
        _process = new ChildProcess("serve");
        Address = new Uri(_process.ReadLine());
    }

    internal Uri Address { get; }

    /// <summary>The address at which each response takes a round trip of so many milliseconds.</summary>
    internal Uri After(int milliseconds) => new(Address, string.Create(CultureInfo.InvariantCulture, $"{BenchServer.DelayPath}{milliseconds}/"));

    public void Dispose() => _process.Dispose();
}
