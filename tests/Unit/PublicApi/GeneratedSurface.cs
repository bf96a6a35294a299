using System.Text.RegularExpressions;

namespace Amity.Tests.Unit.PublicApi;

/// <summary>What of the public surface src/Generated declares. The spec decides about it, and src/Generated, which is committed, shows every change.</summary>
internal static class GeneratedSurface
{
    private static readonly Dictionary<string, HashSet<string>> Declared = Read();

    /// <summary>The lines of a surface without what is generated; a type of which nothing is left goes too.</summary>
    internal static string[] LeaveOut(IEnumerable<string> surface)
    {
        var kept = new List<string>();
        var type = string.Empty;
        foreach (var line in surface)
        {
            type = TypeIn(line.Trim()) ?? type;
            if (!(line.StartsWith("        ", StringComparison.Ordinal) && IsGenerated(type, line.Trim())))
            {
                kept.Add(line);
            }

            if (line == "    }" && kept[^2] == "    {" && Declared.ContainsKey(type))
            {
                kept.RemoveRange(kept.Count - 3, 3);
            }
        }

        return [.. kept];
    }

    // An open enum is generated as a whole, its operators included.
    private static bool IsGenerated(string type, string member) =>
        Declared.TryGetValue(type, out var members) && (members.Contains("struct") || members.Contains(Signature(member)) || Signature(member) == $"{type}()");

    private static Dictionary<string, HashSet<string>> Read()
    {
        var declared = new Dictionary<string, HashSet<string>>();
        var type = string.Empty;
        var files = Directory.EnumerateFiles(Path.Combine(RepoFiles.Root, "src", "Generated"), "*.g.cs", SearchOption.AllDirectories);
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            if (TypeIn(line) is { } next)
            {
                declared.Add(type = next, line.Contains(" struct ", StringComparison.Ordinal) ? ["struct"] : []);
            }
            else if (Regex.IsMatch(line, "^    (public|Task<)"))
            {
                declared[type].Add(Signature(line.Trim()));
            }
        }

        return declared;
    }

    private static string? TypeIn(string line) => Regex.Match(line, @"^(?:public|internal) [a-z ]*\b(?:class|interface|struct|enum) (\w+)") is { Success: true } match ? match.Groups[1].Value : null;

    // The name, and of a method the names of its parameters: how their types are spelled differs.
    private static string Signature(string member)
    {
        var name = Regex.Match(member, @"\b(\w+)(?: \{| =>|\(|$)").Groups[1].Value;
        var list = Regex.Match(member, @"\b\w+\((.*)\)").Groups[1].Value;
        var parameters = Regex.Matches(Regex.Replace(list, " = [^,]*", string.Empty), @"(\w+)(?:,|$)").Select(parameter => parameter.Groups[1].Value);
        return member.Contains('(', StringComparison.Ordinal) ? $"{name}({string.Join(',', parameters)})" : name;
    }
}
