using System.CommandLine;
using Amity.Cli.Errors;
using Amity.Cli.Output;
using Amity.Cli.Runs;
using Amity.Cli.Settings;
using Amity.Cli.Terminals;

namespace Amity.Cli;

/// <summary>One run of one command.</summary>
internal sealed partial class Invocation(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
{
    private Connection? _connection;

    public ParseResult Parsed => parsed;

    public Terminal Terminal => terminal;

    public CancellationToken CancellationToken => cancellationToken;

    public bool IsDryRun => parsed.GetValue(ChangeOptions.DryRun);

    public OutputFormat Format { get; } = parsed.GetValue(SharedOptions.Output) switch
    {
        "table" => OutputFormat.Table,
        "json" => OutputFormat.Json,
        "csv" => OutputFormat.Csv,
        _ => Terminal.OutIsTerminal ? OutputFormat.Table : OutputFormat.Json,
    };

    /// <summary>Where is called, once that is known.</summary>
    public Connection Connection => _connection ?? throw new InvalidOperationException("Nothing is open yet.");

    /// <summary>Runs a command, and turns whatever ends it early into one line and an exit code.</summary>
    public async Task<int> RunAsync(Func<Invocation, Task<int>> command)
    {
        try
        {
            WarnOfHistory();
            return await command(this);
        }
        catch (Exception exception) when (Terminal.IsReaderGone(exception))
        {
            return CliExitCodes.Failed;
        }
        // Whatever it is, it becomes one line here.
        catch (Exception exception)
        {
            await terminal.DisposeAsync();
            var explanation = Explanation.Of(exception, _connection);
            terminal.Say(explanation.Line);
            Trace(exception);
            return explanation.ExitCode;
        }
    }

    /// <summary>Opens what is called.</summary>
    /// <param name="options">How the library calls.</param>
    public async Task<Service> OpenAsync(AmityClientOptions? options = null)
    {
        options ??= new AmityClientOptions();
        if (!parsed.GetValue(SharedOptions.Sandbox))
        {
            _connection = Connection.Read(parsed, needsToken: !IsDryRun);
            return Service.Open(_connection, options);
        }

        Option<string?>[] ofAService = [SharedOptions.Token, SharedOptions.AdminToken, SharedOptions.Region, SharedOptions.BaseUrl];
        if (ofAService.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } other)
        {
            throw new UsageException($"--sandbox is a place of its own, so {other.Name} cannot go with it.");
        }

        var (service, connection) = await Service.OpenSandboxAsync(options, cancellationToken);
        _connection = connection;
        if (Terminal.ErrorIsTerminal)
        {
            terminal.Say($"in a sandbox of this command's own, with the rooms {DemoRooms.Names}");
        }

        return service;
    }

    /// <summary>Opens something that shows requests instead of sending them, one after the other.</summary>
    public Task<Service> OpenDryAsync(Action<DryRunRequest> show) =>
        OpenAsync(new AmityClientOptions { Handler = new DryRunHandler(show), RateLimiting = false, MaxRetries = 0, BulkConcurrency = 1 });

    public IRowWriter<T> Rows<T>(IReadOnlyList<Column<T>> columns, bool isSingle = false) => RowWriter.Create(Format, terminal, columns, isSingle);

    /// <summary>Shows a single row, on a terminal as a list of its fields.</summary>
    public async Task ShowAsync<T>(IReadOnlyList<Column<T>> columns, T row)
    {
        var rows = Rows(columns, isSingle: true);
        rows.Write(row);
        await rows.EndAsync();
    }

    /// <summary>Shows where a failure came from, to those who asked for it.</summary>
    public void Trace(Exception exception)
    {
        if (parsed.GetValue(SharedOptions.Verbose))
        {
            terminal.Show(FailureTrace.Of(exception));
        }
    }

    private void WarnOfHistory()
    {
        if (new[] { SharedOptions.Token, SharedOptions.AdminToken }.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } option)
        {
            var variable = option == SharedOptions.Token ? EnvironmentNames.Token : EnvironmentNames.AdminToken;
            terminal.Say($"warning: {option.Name} leaves the token in the shell's history and in the list of processes; set {variable} instead.");
        }
    }
}
