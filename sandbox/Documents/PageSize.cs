namespace Amity.Sandbox.Documents;

/// <summary>The sandbox's own page sizes; the service publishes none.</summary>
internal static class PageSize
{
    public const int Default = 20;
    public const int Largest = 100;

    public static int Of(int? limit) => Math.Clamp(limit ?? Default, 1, Largest);
}
