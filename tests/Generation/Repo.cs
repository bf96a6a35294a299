using System.Reflection;

namespace Amity.Tests.Generation;

/// <summary>Where the build found the repository and its packages.</summary>
internal static class Repo
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Packages { get; } = Metadata("NuGetPackageRoot");

    private static string Metadata(string key) =>
        typeof(Repo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
