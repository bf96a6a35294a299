using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using PactNet;
using PactNet.Exceptions;
using PactNet.Infrastructure.Outputters;
using PactNet.Verifier;

namespace Amity.Tests.Contract.Provider;

/// <summary>Gets the response to the request of an interaction, which the verifier has sent.</summary>
internal delegate Task<ProviderResponse> RespondTo(PactInteraction interaction, HttpContext request);

/// <summary>One run of the verifier over any number of interactions, with a verdict on each.</summary>
internal sealed class Verification
{
    // Not sent on: it says which interaction a request is of, as several may have the same.
    private const string Number = "x-interaction";

    private static readonly Regex Failure = new(@"^\d+\) Verifying a pact between .* - interaction (?<number>\d+)(?<problem> - .*)?$");

    private readonly IReadOnlyList<PactInteraction> _interactions;
    private readonly RespondTo _respond;
    private readonly ConcurrentDictionary<int, (ProviderResponse Response, CompletedResponse? Completed)> _responses = new();

    private Verification(IReadOnlyList<PactInteraction> interactions, RespondTo respond) => (_interactions, _respond) = (interactions, respond);

    /// <summary>Verifies interactions, whose descriptions are unique, and gives the verdicts by description.</summary>
    /// <param name="interactions">The interactions, of any pacts.</param>
    /// <param name="respond">What gets the responses.</param>
    /// <param name="states">Where to ask for provider states; null where none is needed.</param>
    public static async Task<IReadOnlyDictionary<string, InteractionVerdict>> RunAsync(
        IReadOnlyList<PactInteraction> interactions, RespondTo respond, Uri? states = null)
    {
        if (interactions.Count == 0)
        {
            return new Dictionary<string, InteractionVerdict>();
        }

        var run = new Verification(interactions, respond);
        using var folder = new TempFolder();
        var pact = new FileInfo(folder.Write("numbered.json", run.NumberedPact()));
        await using var server = await LoopbackServer.StartAsync(run.RespondAsync);
        var (passed, output) = await Task.Run(() => Verify(pact, server.Address, states));
        var failures = Failures(output);
        if (passed != (failures.Count == 0))
        {
            throw new InvalidOperationException($"The output of the verifier has another form than expected: {output}");
        }

        return run.Verdicts(failures);
    }

    private string NumberedPact()
    {
        var numbered = _interactions.Select((interaction, number) =>
        {
            var copy = interaction.Json.DeepClone();
            copy["description"] = $"interaction {number}";
            var headers = (JsonObject)(copy["request"]!["headers"] ??= new JsonObject());
            headers[Number] = new JsonArray($"{number}");
            return copy;
        });
        return new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = PactFile.Consumer },
            ["provider"] = new JsonObject { ["name"] = "provider" },
            ["interactions"] = new JsonArray([.. numbered]),
            ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = "4.0" } },
        }.ToJsonString();
    }

    private async Task RespondAsync(HttpContext context)
    {
        var number = int.Parse(context.Request.Headers[Number].Single()!, CultureInfo.InvariantCulture);
        context.Request.Headers.Remove(Number);
        var response = await _respond(_interactions[number], context);
        var json = response.Json;
        var completed = json is null ? null : CompletedResponse.Of(_interactions[number], json);
        if (!_responses.TryAdd(number, (response, completed)))
        {
            throw new InvalidOperationException($"The verifier sent {_interactions[number]} twice.");
        }

        // The core prints what it reads and follows each redirect that it can, so it gets the responses masked.
        var full = json is null ? response : response with { Body = Encoding.UTF8.GetBytes(json.ToJsonString()) };
        await new ResponseMask(_interactions[number]).Apply(full).WriteAsync(context.Response);
    }

    private static (bool Passed, string Output) Verify(FileInfo pact, Uri provider, Uri? states)
    {
        var lines = new Lines();
        var config = new PactVerifierConfig { LogLevel = PactLogLevel.Error, Outputters = [lines] };
        using var verifier = new PactVerifier("provider", config);
        var source = verifier.WithHttpEndpoint(provider).WithFileSource(pact).WithRequestTimeout(2 * ProviderClient.Timeout);
        if (states is not null)
        {
            source.WithProviderStateUrl(states);
        }

        try
        {
            source.Verify();
            return (true, lines.ToString());
        }
        catch (PactVerificationFailedException)
        {
            return (false, lines.ToString());
        }
    }

    private Dictionary<string, InteractionVerdict> Verdicts(Dictionary<int, IReadOnlyList<string>> failures) => _interactions
        .Select((interaction, number) => (interaction.Description, Verdict: VerdictOn(number, failures.GetValueOrDefault(number))))
        .ToDictionary(entry => entry.Description, entry => entry.Verdict);

    // What was not sent has not passed, whatever the verifier says.
    private InteractionVerdict VerdictOn(int number, IReadOnlyList<string>? failure) =>
        !_responses.TryGetValue(number, out var received) ? new InteractionVerdict(false, Report("no request was sent", failure))
        : received.Response.Problem is { } problem ? new InteractionVerdict(false, problem)
        : new InteractionVerdict(
            failure is null,
            Report($"responded {received.Response.Status}", failure),
            received.Completed?.IsShown != false,
            received.Completed?.Absent ?? "");

    private static string Report(string head, IReadOnlyList<string>? failure) => string.Join(Environment.NewLine, [head, .. failure ?? []]);

    // The core lists the failures last, each under a line that says which interaction it is of.
    private static Dictionary<int, IReadOnlyList<string>> Failures(string output)
    {
        var failures = new Dictionary<int, List<string>>();
        List<string>? current = null;
        foreach (var line in output.Split('\n').SkipWhile(line => line != "Failures:").Skip(1))
        {
            if (Failure.Match(line) is { Success: true } match)
            {
                current = failures[int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)] = [match.Groups["problem"].Value];
            }
            else if (line.Length > 0 && !line.StartsWith("There ", StringComparison.Ordinal))
            {
                current?.Add(line);
            }
        }

        return failures.ToDictionary(failure => failure.Key, failure => (IReadOnlyList<string>)[.. failure.Value.Where(line => line.Length > 0)]);
    }

    private sealed class Lines : IOutput
    {
        private readonly List<string> _lines = [];

        public void WriteLine(string line) => _lines.Add(line);

        public override string ToString() => string.Join('\n', _lines);
    }
}
