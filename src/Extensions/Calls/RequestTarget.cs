namespace Amity;

/// <summary>Checks a path and query of the caller's own, which must not lead away from the base address.</summary>
internal static class RequestTarget
{
    internal static void Check(string path, string argument)
    {
        if (path is null)
        {
            throw new ArgumentNullException(argument);
        }

        if (Fault(path) is { } fault)
        {
            throw new ArgumentException($"{argument} {fault}; it is relative to the base address, such as /api/v3/rooms?limit=10.", argument);
        }
    }

    private static string? Fault(string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            return "does not begin with a slash";
        }

        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return "begins with two slashes, which a URL takes for a host";
        }

        // .NET trims white space off before it looks for folders, so that none may be there to trim.
        foreach (var letter in path.Where(letter => letter is <= ' ' or > '~' or '#' or '\\'))
        {
            return $"has the character U+{(int)letter:X4}, which has to be escaped";
        }

        return path.Split('?')[0].Split('/').Any(IsFolder) ? "has a segment . or .., which a URL takes for a folder" : null;
    }

    // Also as %2e%2e, which .NET takes for the same, as ..%2f, which servers may, and as ..;a, which some take for a folder with a parameter.
    private static bool IsFolder(string segment) =>
        Uri.UnescapeDataString(segment).Split('/', '\\').Any(part => part.Split(';')[0] is "." or "..");
}
