using System.Diagnostics;

namespace Amity.Bench.Server;

/// <summary>This same program once more, with other arguments.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    internal ChildProcess(params IReadOnlyList<string> arguments)
    {
        // Through `dotnet run` the process is the program itself; through `dotnet Amity.Bench.dll` it is dotnet.
        var program = Environment.ProcessPath!;
        string[] own = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
        _process = Process.Start(new ProcessStartInfo(program, [.. own, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    internal string ReadLine() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The child process ended without a word.");

    /// <summary>Closing its input asks the child to end; one that does not is ended.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
