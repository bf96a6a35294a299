using Amity.Cli.Errors;
using Amity.Core.Arguments;

namespace Amity.Cli.Input;

/// <summary>What every id has to be before the first one is sent.</summary>
internal static class IdValidation
{
    /// <summary>Longest id of the Room API, in Unicode code points (social.plus API reference).</summary>
    private const int Longest = 50;

    /// <summary>Checks an id by the library's own rule, once it is known to be text.</summary>
    /// <param name="id">The id.</param>
    /// <param name="place">Where it was found, to begin a message with.</param>
    /// <exception cref="UsageException">It has control characters.</exception>
    /// <exception cref="ArgumentException">The library would reject it.</exception>
    public static void Check(string id, string place)
    {
        if (id.Any(char.IsControl))
        {
            throw new UsageException(
                $"{place} cannot be an id: it has control characters; a file of ids is UTF-8 text. Nothing was sent.");
        }

        Guard.Id(id, Longest, place);
    }
}
