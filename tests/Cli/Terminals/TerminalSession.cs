using System.Diagnostics;
using System.Text;

namespace Amity.Tests.Cli.Terminals;

/// <summary>A shell in a real terminal, by tmux, that is typed into as a user does.</summary>
internal sealed class TerminalSession : IAsyncDisposable
{
    private const string Width = "110";
    private const string Height = "50";

    // Whatever goes wrong in there, a test ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _server = $"amity-{Guid.NewGuid():N}";
    private readonly string _seen;
    private StreamReader? _stream;
    private string _unseen = string.Empty;

    private TerminalSession(string folder) => _seen = Path.Combine(folder, ".seen");

    /// <summary>Opens a shell.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="tools">A folder of programs, before all others.</param>
    public static async Task<TerminalSession> OpenAsync(string folder, string tools)
    {
        var session = new TerminalSession(folder);
        await RunAsync("mkfifo", session._seen);
        await session.TmuxAsync(
            "-f", "/dev/null", "new-session", "-d", "-x", Width, "-y", Height, "-c", folder,
            "env", "-u", "AMITY_TOKEN", "-u", "AMITY_ADMIN_TOKEN", "-u", "AMITY_REGION", "-u", "AMITY_BASE_URL", "-u", "NO_COLOR",
            $"PATH={tools}:{Environment.GetEnvironmentVariable("PATH")}", @"PS1=\[\e[0m\]$ ", "LC_ALL=C.UTF-8",
            "sh", "-c", $"tmux -L {session._server} wait-for watched; exec bash --norc --noprofile");
        await session.TmuxAsync("pipe-pane", $"exec cat > '{session._seen}'");
        session._stream = new StreamReader(session._seen, Encoding.UTF8);
        await session.TmuxAsync("wait-for", "-S", "watched");
        await session.PromptAsync();
        return session;
    }

    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", text);

    public Task PressAsync(string key) => TmuxAsync("send-keys", key);

    /// <summary>Waits until the shell asks for the next command.</summary>
    public Task PromptAsync() => SeeAsync("\e[0m$ ");

    /// <summary>Waits until something is written, if only for a moment, after what was seen before.</summary>
    public async Task SeeAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new char[4096];
        int start;
        while ((start = _unseen.IndexOf(text, StringComparison.Ordinal)) < 0)
        {
            var count = await _stream!.ReadAsync(buffer, patience.Token);
            _unseen += count > 0 ? new string(buffer, 0, count) : throw new InvalidOperationException($"The terminal closed without '{text}': {_unseen}");
        }

        _unseen = _unseen[(start + text.Length)..];
    }

    /// <summary>Everything on the screen and above it, wrapped lines joined.</summary>
    public async Task<string> ReadAsync()
    {
        var text = await TmuxAsync("capture-pane", "-p", "-J", "-S", "-");
        return string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }

    public async ValueTask DisposeAsync()
    {
        await TmuxAsync("kill-server");
        _stream?.Dispose();
    }

    private Task<string> TmuxAsync(params string[] arguments) => RunAsync("tmux", ["-L", _server, .. arguments]);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("TMUX");
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {arguments[^1]}: {await error}");
    }
}
