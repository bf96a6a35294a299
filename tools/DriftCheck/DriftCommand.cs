using System.CommandLine;
using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck;

/// <summary>The command line.</summary>
internal static class DriftCommand
{
    private static readonly Option<string> Url = new("--url") { Description = "The service's address, such as https://apix.eu.amity.co." };
    private static readonly Option<string> Room = new("--room") { Description = "The id of a room to read; the richer, the more is seen." };
    private static readonly Option<string> TokenEnv = new("--token-env")
    {
        Description = "The environment variable that holds the token.",
        DefaultValueFactory = _ => "AMITY_TOKEN",
    };

    private static readonly Option<bool> Write = new("--write")
    {
        Description = "Also settle the open questions, on a room made for it and deleted at the end.",
    };

    private static readonly Option<string> Save = new("--save") { Description = "A new folder for redacted samples of what was seen." };
    private static readonly Option<string> Har = new("--har") { Description = "Check this recording instead of a service." };
    private static readonly Option<string> Output = new("--output") { Description = "table or json.", DefaultValueFactory = _ => "table" };

    static DriftCommand() => Output.AcceptOnlyFromAmong("table", "json");

    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error,
        Func<string, string?> environment)
    {
        var command = new RootCommand("Compares the true responses of the Room API with the spec in openapi/.")
        {
            Url, Room, TokenEnv, Write, Save, Har, Output,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, output, error, environment, cancellationToken));

        var result = command.Parse(args);
        if (result.Errors.Count > 0)
        {
            await error.WriteLineAsync(string.Join(' ', result.Errors.Select(problem => problem.Message.ReplaceLineEndings(" "))));
            return DriftExitCodes.CouldNotCheck;
        }

        // Ctrl+C leaves the time to delete the room that --write made.
        return await result.InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
    }

    private static async Task<int> RunAsync(
        ParseResult parsed,
        TextWriter output,
        TextWriter error,
        Func<string, string?> environment,
        CancellationToken cancellationToken)
    {
        try
        {
            return await CheckRun.RunAsync(Read(parsed), output, environment, cancellationToken);
        }
        catch (CannotCheckException exception)
        {
            await error.WriteLineAsync(exception.Message.ReplaceLineEndings(" "));
            return DriftExitCodes.CouldNotCheck;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Cancelled.");
            return DriftExitCodes.CouldNotCheck;
        }
        catch (Exception exception)
        {
            // A fault of the check itself must not look like drift.
            await error.WriteLineAsync($"The check itself failed ({exception.GetType().Name}).");
            return DriftExitCodes.CouldNotCheck;
        }
    }

    private static CheckOptions Read(ParseResult parsed) => new()
    {
        Url = parsed.GetValue(Url) is { } url ? ServiceAddress.Parse(url) : null,
        Room = parsed.GetValue(Room),
        TokenVariable = parsed.GetValue(TokenEnv)!,
        Write = parsed.GetValue(Write),
        SaveFolder = parsed.GetValue(Save),
        HarFile = parsed.GetValue(Har),
        AsJson = parsed.GetValue(Output) == "json",
    };
}
