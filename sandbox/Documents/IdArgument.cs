using System.Runtime.CompilerServices;

namespace Amity.Sandbox.Documents;

/// <summary>What ids that a test hands in must look like to be of any use to it.</summary>
internal static class IdArgument
{
    private const int LargestLength = 50;

    public static void Check(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id, name);
        if (id.EnumerateRunes().Count() > LargestLength)
        {
            throw new ArgumentException($"An id has at most {LargestLength} characters.", name);
        }
    }

    /// <summary>As above, for an id that stands in the path of a request, where the server cannot distinguish a slash from an escaped one.</summary>
    public static void CheckPathId(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        Check(id, name);
        if (id is "." or ".." || id.Contains('/'))
        {
            throw new ArgumentException("An id that stands in a path is neither . nor .. and has no slash.", name);
        }
    }
}
