using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Findings;
using Amity.DriftCheck.Observing;
using Amity.DriftCheck.Recording;
using Amity.DriftCheck.Reporting;
using Amity.DriftCheck.Samples;
using Amity.DriftCheck.Writing;

namespace Amity.DriftCheck;

/// <summary>One check, from the first request or the recording to the last line.</summary>
internal static class CheckRun
{
    public static async Task<int> RunAsync(
        CheckOptions options,
        TextWriter output,
        Func<string, string?> environment,
        CancellationToken cancellationToken)
    {
        var contract = await DocumentedApi.LoadAsync();
        var folder = options.SaveFolder is null ? null : new SampleFolder(options.SaveFolder);
        var (exchanges, openQuestions) = options.HarFile is null
            ? await ObserveAsync(options, contract, environment, cancellationToken)
            : (ReadRecording(options, contract), []);

        var findings = new FindingCollector(contract);
        foreach (var exchange in exchanges)
        {
            findings.Add(exchange);
        }

        folder?.Save(new SampleMaker(contract).Make(exchanges));
        var report = findings.ToReport(openQuestions);
        await output.WriteAsync(options.AsJson ? JsonReport.Write(report) : TableReport.Write(report));
        return report.Findings.Count == 0 ? DriftExitCodes.NoDrift : DriftExitCodes.Drift;
    }

    private static IReadOnlyList<Exchange> ReadRecording(CheckOptions options, DocumentedApi contract) => options switch
    {
        { Write: true } => throw new CannotCheckException("--write needs a service, and --har has none."),
        { Room: not null } => throw new CannotCheckException("--room needs a service, and --har has none."),
        _ => HarFile.Read(options.HarFile!, contract, options.Url),
    };

    private static async Task<(IReadOnlyList<Exchange>, IReadOnlyList<SettledQuestion>)> ObserveAsync(
        CheckOptions options,
        DocumentedApi contract,
        Func<string, string?> environment,
        CancellationToken cancellationToken)
    {
        if (options.Url is null || string.IsNullOrWhiteSpace(options.Room))
        {
            throw new CannotCheckException("Name a service by --url and --room, or a recording by --har.");
        }

        if (!OperationPaths.CanHold(options.Room))
        {
            throw new CannotCheckException("--room must be an id of 1 to 50 characters, and neither \".\" nor \"..\".");
        }

        var token = environment(options.TokenVariable)?.Trim();
        if (string.IsNullOrEmpty(token))
        {
            throw new CannotCheckException($"The environment variable {options.TokenVariable} holds no token.");
        }

        if (token.Any(character => character is <= ' ' or > '~'))
        {
            throw new CannotCheckException($"What the environment variable {options.TokenVariable} holds cannot be a token.");
        }

        using var client = new ServiceClient(options.Url, token, contract);
        await ReadingPass.RunAsync(client, contract, options.Room, cancellationToken);
        var openQuestions = options.Write ? await WriteProbe.RunAsync(client, options.Room, cancellationToken) : [];
        return (client.Exchanges, openQuestions);
    }
}
