using System.Buffers;
using Amity.Cli.Errors;

namespace Amity.Cli.Input;

/// <summary>A line that is an id as it stands.</summary>
internal static class PlainId
{
    private static readonly SearchValues<char> OfOtherFormats = SearchValues.Create(",;\"");

    public static string Read(string line, string place, IdFields fields) => line.AsSpan().ContainsAny(OfOtherFormats)
        ? throw new UsageException($"{place} cannot be an id: it has a comma, a semicolon or a quote. {fields.Hint}")
        : line;
}
