namespace Amity.DriftCheck.Contract;

/// <summary>The length of a text as the contract counts it.</summary>
internal static class CodePoints
{
    public static int Count(string text) => text.EnumerateRunes().Count();
}
