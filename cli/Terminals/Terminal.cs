using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace Amity.Cli.Terminals;

/// <summary>The three streams: data goes to the output, everything else to the error stream, and what people type comes in.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    private const int BrokenPipe = 32;
    private const int BadFileDescriptor = 9;

    private readonly Lazy<RedactingWriter> _out;
    private readonly RedactingWriter _error = new(Console.Error);
    private readonly Lazy<IAnsiConsole> _errorConsole;
    private SecretMask? _secret;

    public Terminal()
    {
        _out = new(OpenOutput);
        _errorConsole = new(OpenErrorConsole);
        // By convention an empty NO_COLOR says nothing, but Spectre.Console only looks whether there is one.
        if (Environment.GetEnvironmentVariable("NO_COLOR") is "")
        {
            Environment.SetEnvironmentVariable("NO_COLOR", null);
        }
    }

    public static bool OutIsTerminal => !Console.IsOutputRedirected;

    public static bool ErrorIsTerminal => !Console.IsErrorRedirected;

    public static bool InIsTerminal => !Console.IsInputRedirected;

    /// <summary>Where data goes; written in one go at every flush.</summary>
    public TextWriter Out => _out.Value;

    /// <summary>The error stream with colours, for progress.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole.Value;

    /// <summary>Leaves a secret out of whatever is written from now on.</summary>
    public void Hide(SecretMask secret)
    {
        _secret = secret;
        _error.Hide(secret);
    }

    /// <summary>A text without the secret, before it is measured or cut into lines.</summary>
    public string Redact(string text) => _secret?.RemoveFrom(text) ?? text;

    /// <summary>Says one line about the work, on the error stream.</summary>
    public void Say(string line) => _error.WriteLine($"amity: {Printable.Of(line)}");

    /// <summary>Shows lines of details on the error stream.</summary>
    public void Show(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _error.WriteLine(Printable.Of(line));
        }
    }

    /// <summary>Asks a question to which only a clear yes is a yes.</summary>
    public async Task<bool> AskAsync(string question, CancellationToken cancellationToken)
    {
        _error.Write($"{Printable.Of(question)} [y/N] ");
        // Elsewhere, since a terminal's reading cannot be cancelled.
        var typed = await Task.Run(ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return typed?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    public async ValueTask DisposeAsync()
    {
        if (_out.IsValueCreated)
        {
            try
            {
                await Out.FlushAsync();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Nobody reads it any more, or what made the writing fail is already said.
            }
        }
    }

    /// <summary>Whether somebody who read our rows has seen enough, as head does.</summary>
    public static bool IsReaderGone(Exception exception) => exception is IOException { HResult: BrokenPipe };

    /// <summary>Whether there was no standard output from the start, as after >&amp;- in a shell.</summary>
    public static bool IsOutputClosed(Exception exception) =>
        exception is UnauthorizedAccessException { InnerException.HResult: BadFileDescriptor };

    // Interactive as soon as it is a terminal: by itself it would look at the input, which may well be a file of ids.
    private IAnsiConsole OpenErrorConsole()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_error),
            Ansi = ErrorIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = ErrorIsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = ErrorIsTerminal ? WindowWidth.Current : int.MaxValue;
        return console;
    }

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

    private RedactingWriter OpenOutput()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var writer = new RedactingWriter(new StreamWriter(OpenStream(), encoding, bufferSize: 32 * 1024) { NewLine = "\n" });
        if (_secret is not null)
        {
            writer.Hide(_secret);
        }

        return writer;
    }

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
