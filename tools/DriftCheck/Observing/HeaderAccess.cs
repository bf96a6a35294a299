namespace Amity.DriftCheck.Observing;

/// <summary>Looks for headers, whose names have no case.</summary>
internal static class HeaderAccess
{
    /// <summary>The first value of a header; null when there is none.</summary>
    public static string? ValueOf(this IEnumerable<KeyValuePair<string, string>> headers, string name) =>
        headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
