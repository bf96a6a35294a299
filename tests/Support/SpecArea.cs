using System.Text.RegularExpressions;

namespace Amity.Tests.Support;

/// <summary>The areas of the spec: the folders of openapi/ that describe operations.</summary>
public static class SpecArea
{
    private static readonly Dictionary<string, string> ByOperation = Read();

    /// <summary>The names of the areas, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByOperation.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The area that an operation is described in.</summary>
    public static string Of(string operationId) => ByOperation[operationId];

    // The merged spec no longer says where an operation stood.
    private static Dictionary<string, string> Read() =>
        Directory.GetDirectories(Path.Combine(RepoFiles.Root, "openapi"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.yaml").SelectMany(File.ReadLines)
                .Select(line => Regex.Match(line, @"^\s+operationId:\s*(\w+)\s*$")).Where(match => match.Success)
                .Select(match => (Operation: match.Groups[1].Value, Area: Path.GetFileName(folder))))
            .ToDictionary(entry => entry.Operation, entry => entry.Area, StringComparer.Ordinal);
}
