using Amity.Cli.Errors;

namespace Amity.Cli.Input;

/// <summary>The library's rule for ids, asked of every id before the first one is sent.</summary>
internal static class IdRule
{
    private const int Longest = 50;

    public static void Check(string id, string place)
    {
        if (Problem(id) is { } problem)
        {
            throw new UsageException($"{place} is no id: {problem}. Nothing was sent.");
        }
    }

    private static string? Problem(string id) => id switch
    {
        "" => "it is empty",
        { Length: > Longest } => $"it has {id.Length} characters, and the limit is {Longest}",
        "." or ".." => $"'{id}' means a folder in an address",
        _ when id.AsSpan().ContainsAny('\r', '\n') => "it has more than one line",
        _ when HasLoneSurrogate(id) => "it is not well-formed Unicode",
        _ => null,
    };

    private static bool HasLoneSurrogate(string id)
    {
        foreach (var rune in id.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }
}
