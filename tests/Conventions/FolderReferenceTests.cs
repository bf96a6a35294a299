using Amity.Tests.Conventions.References;

namespace Amity.Tests.Conventions;

/// <summary>The folders of the library refer to each other one way only: each to some that stand before it in a list.</summary>
public sealed class FolderReferenceTests
{
    /// <summary>What each folder may refer to, from the bottom up; an area, whichever it is, to no other area.</summary>
    private static readonly OrderedDictionary<string, string[]> Allowed = new()
    {
        ["Arguments"] = [],
        ["Cancellation"] = [],
        ["Errors"] = [],
        ["RateLimiting"] = ["Arguments"],
        ["Retries"] = ["Errors", "RateLimiting"],
        ["Settings"] = ["Arguments"],
        ["Telemetry"] = ["Errors", "Settings"],
        ["Uploads"] = ["Arguments", "Cancellation"],
        ["Json"] = ["Arguments", "Errors", "Settings", "Telemetry", "Uploads"],
        ["Common"] = ["Json"],
        ["Authentication"] = ["Arguments", "Cancellation", "Json", "RateLimiting", "Settings"],
        ["Http"] = ["Authentication", "Cancellation", "Common", "Errors", "Json", "RateLimiting", "Retries", "Settings", "Telemetry"],
        ["Paging"] = ["Arguments", "Cancellation", "Errors", "Http", "Json", "Settings", "Telemetry"],
        ["Bulk"] = ["Arguments", "Cancellation", "Errors", "Http", "Settings", "Telemetry"],
        ["Areas"] = ["Arguments", "Bulk", "Cancellation", "Common", "Http", "Json", "Paging"],
        ["Client"] = ["Areas", "Arguments", "Authentication", "Http", "Json", "Retries", "Settings"],
        ["Testing"] = ["Arguments", "Bulk", "Errors", "Json", "Paging", "Settings"],
        ["Hosting"] = ["Arguments", "Authentication", "Client", "Http", "RateLimiting", "Settings"],
    };

    private static readonly ILookup<(string From, string To), Reference> Found = MemberReferences.In(Library.Module)
        .Select(reference => (From: Library.FolderOf(reference.From), To: Library.FolderOf(reference.To), Reference: reference))
        .Where(found => found.From is not null && found.To is not null && found.From != found.To)
        .ToLookup(found => (Listed(found.From!), Listed(found.To!)), found => found.Reference);

    [Test]
    public void References_BetweenFolders_AreAllowed() =>
        Found.Where(pair => !MayRefer(pair.Key.From, pair.Key.To))
            .SelectMany(pair => Described(pair).Select(reference => $"{pair.Key.From} -> {pair.Key.To}: {reference}"))
            .Should().BeEmpty("the list of this file allows no other references");

    [Test]
    public void AllowedReferences_OfEachFolder_AreUsed() =>
        Allowed.SelectMany(folder => folder.Value.Select(to => (folder.Key, to))).Where(pair => !Found.Contains(pair))
            .Should().BeEmpty("what nobody uses is not allowed any more");

    [Test]
    public void AllowedReferences_OfEachFolder_AreToFoldersBeforeIt() =>
        Allowed.SelectMany((folder, place) => folder.Value.Except(Allowed.Keys.Take(place)).Select(to => $"{folder.Key} -> {to}"))
            .Should().BeEmpty("a list from the bottom up has no circles");

    [Test, Explicit("Prints the list as the build would have it, and what stands behind each of its references.")]
    public void References_BetweenFolders_ArePrinted()
    {
        var folders = Found.SelectMany(pair => new[] { pair.Key.From, pair.Key.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        while (folders.Count > 0)
        {
            // The lowest of those that are left; of folders that refer to each other, the one that refers to the fewest.
            var next = folders.MinBy(folder => folders.Count(other => Found.Contains((folder, other))))!;
            folders.Remove(next);
            var targets = Found.Where(pair => pair.Key.From == next).Select(pair => $"\"{pair.Key.To}\"").Order(StringComparer.Ordinal);
            TestContext.Out.WriteLine($"[\"{next}\"] = [{string.Join(", ", targets)}],");
        }

        foreach (var pair in Found.OrderBy(pair => pair.Key))
        {
            var isMutual = Found.Contains((pair.Key.To, pair.Key.From));
            TestContext.Out.WriteLine($"{pair.Key.From} -> {pair.Key.To}: {pair.Count()}{(isMutual ? ", and back" : null)}");
            TestContext.Out.WriteLine($"    {string.Join("\n    ", Described(pair).Take(10))}");
        }

        Found.Should().NotBeEmpty();
    }

    private static bool MayRefer(string from, string to) => Allowed.TryGetValue(from, out var allowed) && allowed.Contains(to);

    private static IEnumerable<string> Described(IEnumerable<Reference> references) =>
        references.Select(reference => $"{Library.FileOf(reference.From)}: {reference}").Distinct();

    private static string Listed(string folder) => folder.Split('/')[0];
}
