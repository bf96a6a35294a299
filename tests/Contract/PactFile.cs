using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Tests.Contract;

/// <summary>The pact of one area of the spec: the committed one, and the one that the consumer tests of this run write.</summary>
internal sealed record PactFile(string Area)
{
    public const string Consumer = "Amity .NET client";

    private static readonly Lazy<string> Written = new(EmptyFolder);
    private static readonly ConcurrentDictionary<string, string> Claims = new(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<PactFile> All { get; } = [.. SpecArea.All.Select(area => new PactFile(area))];

    /// <summary>Every interaction of the committed pacts.</summary>
    public static IReadOnlyList<PactInteraction> Interactions => [.. All.SelectMany(pact => pact.Committed.Exists ? PactInteraction.Read(pact.Committed) : [])];

    /// <summary>The folder that this run writes into: the core merges into what is there, so it begins empty.</summary>
    public static string WrittenFolder => Written.Value;

    public static DirectoryInfo CommittedFolder { get; } = new(Path.Combine(RepoFiles.Root, "tests", "Contract", "pacts"));

    // Each area is a provider of its own, since a broker keeps one pact for two names.
    public string Provider => $"social.plus {char.ToUpperInvariant(Area[0])}{Area[1..]} API";

    public FileInfo Committed => new(Path.Combine(CommittedFolder.FullName, $"{Area}.json"));

    /// <summary>The text of the pact that this run wrote; null when it wrote none.</summary>
    public string? WrittenText
    {
        get
        {
            var file = new FileInfo(Path.Combine(WrittenFolder, $"{Consumer}-{Provider}.json"));
            if (!file.Exists)
            {
                return null;
            }

            var pact = JsonNode.Parse(File.ReadAllText(file.FullName))!;
            foreach (var interaction in pact["interactions"]!.AsArray())
            {
                AcceptAnyText(interaction!["response"]!);
            }

            return pact.ToJsonString(Readable) + "\n";
        }
    }

    public static PactFile Of(string operationId) => new(SpecArea.Of(operationId));

    /// <summary>Reserves a description for one test: the core silently overwrites an interaction whose description comes twice.</summary>
    public static void Claim(string description, string test)
    {
        if (Claims.GetOrAdd(description, test) is var owner && owner != test)
        {
            throw new InvalidOperationException($"{owner} already describes {description}.");
        }
    }

    public override string ToString() => Area;

    // The format of pacts has a rule for a body that is a text, PactNet no way to write it.
    private static void AcceptAnyText(JsonNode response)
    {
        if ((string?)response["body"]?["contentType"] == "text/plain")
        {
            response["matchingRules"] = JsonNode.Parse("""{"body":{"$":{"combine":"AND","matchers":[{"match":"regex","regex":"^.+$"}]}}}""");
        }
    }

    private static string EmptyFolder()
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "pacts-of-this-run");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }
}
