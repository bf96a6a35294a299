using System.Collections.Concurrent;

namespace Amity.Tests.Contract;

/// <summary>Where pacts stand: the committed one, and the one that the consumer tests of this run write.</summary>
internal static class PactFiles
{
    public const string Consumer = "Amity .NET client";
    public const string Provider = "social.plus Room API";

    private const string FileName = $"{Consumer}-{Provider}.json";

    private static readonly Lazy<string> Written = new(EmptyFolder);
    private static readonly ConcurrentDictionary<string, string> Claims = new(StringComparer.Ordinal);

    /// <summary>The folder that this run writes into: the core merges into what is there, so it begins empty.</summary>
    public static string WrittenFolder => Written.Value;

    public static FileInfo WrittenFile => new(Path.Combine(WrittenFolder, FileName));

    public static FileInfo Committed { get; } = new(Path.Combine(RepoFiles.Root, "tests", "Contract", "pacts", FileName));

    /// <summary>Reserves a description for one test: the core silently overwrites an interaction whose description comes twice.</summary>
    public static void Claim(string description, string test)
    {
        if (Claims.GetOrAdd(description, test) is var owner && owner != test)
        {
            throw new InvalidOperationException($"{owner} already describes {description}.");
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
