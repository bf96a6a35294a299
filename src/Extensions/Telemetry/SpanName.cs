namespace Amity;

/// <summary>The name of a helper's span.</summary>
internal static class SpanName
{
    private const string Suffix = "Async";

    /// <summary>The helper's method without Async.</summary>
    internal static string Of(string method) => method.EndsWith(Suffix, StringComparison.Ordinal) ? method.Substring(0, method.Length - Suffix.Length) : method;
}
