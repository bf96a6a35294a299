using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace Amity.Cli.Terminals;

/// <summary>The three streams: data goes out, everything else goes to the error stream, and answers come in.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private const int BrokenPipe = 32;

    private readonly Lazy<StreamWriter> _out = new(OpenOutput);
    private readonly Lazy<IAnsiConsole> _error = new(OpenError);

    public static bool OutIsTerminal => !Console.IsOutputRedirected;

    public static bool ErrorIsTerminal => !Console.IsErrorRedirected;

    public static bool InIsTerminal => !Console.IsInputRedirected;

    /// <summary>Where data goes; written in one go at every flush.</summary>
    public TextWriter Out => _out.Value;

    /// <summary>The error stream with colours, for progress.</summary>
    public IAnsiConsole Error => _error.Value;

    /// <summary>Says one line about the work, on the error stream.</summary>
    public void Say(string line) => Console.Error.WriteLine($"amity: {Printable.Of(line)}");

    /// <summary>Asks a question that only a clear yes answers.</summary>
    public async Task<bool> AskAsync(string question, CancellationToken cancellationToken)
    {
        await Console.Error.WriteAsync($"{Printable.Of(question)} [y/N] ");
        // Elsewhere, since a terminal's reading cannot be cancelled.
        var answer = await Task.Run(ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return answer?.Trim() is { } word && (word.Equals("y", StringComparison.OrdinalIgnoreCase) || word.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync()
    {
        if (_out.IsValueCreated)
        {
            try
            {
                await Out.FlushAsync();
            }
            catch (IOException)
            {
                // Whoever read has left; there is nobody to tell.
            }
        }
    }

    /// <summary>Whether somebody who read our rows has seen enough, as head does.</summary>
    public static bool IsReaderGone(IOException exception) => exception.HResult == BrokenPipe;

    // Interactive as soon as it is a terminal: by itself it would look at the input, which may well be a file of ids.
    private static IAnsiConsole OpenError() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
        Interactive = ErrorIsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
    });

    /// <summary>Reads from the terminal itself: .NET's own reader echoes a second time what was typed before it was asked.</summary>
    private static string? ReadLine()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.In.ReadLine();
        }

        using var input = new StreamReader(new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0));
        return input.ReadLine();
    }

    private static StreamWriter OpenOutput() => new(OpenStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 * 1024) { NewLine = "\n" };

    /// <summary>.NET's own stream hides that a pipe's reader has left, and a long list would be fetched for nobody.</summary>
    private static Stream OpenStream()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!stream.CanSeek)
            {
                return stream;
            }
        }

        return Console.OpenStandardOutput();
    }
}
