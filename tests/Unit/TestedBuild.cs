using System.Reflection;

namespace Amity.Tests.Unit;

/// <summary>The build of the library that the project tests, and how much of what is generated its tests take.</summary>
internal static class TestedBuild
{
    private const string Newest = "net10.0";

    /// <summary>Such as <c>netstandard2.0</c>.</summary>
    internal static string Framework { get; } =
        typeof(TestedBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "LibraryFramework").Value!;

    /// <summary>The operations whose tests are generated: all of them over the newest build, and some of every kind over the others.</summary>
    internal static IReadOnlyList<string> Operations { get; } =
        [.. (Framework == Newest ? Spec.Operations.Values : OperationShape.Choose(Spec.Operations.Values))
            .Select(operation => operation.Operation.OperationId)];

    /// <summary>How many variants a test makes over this build, of so many over the newest one.</summary>
    internal static int Variants(int ofNewest) => Framework == Newest ? ofNewest : ofNewest / 4;

    /// <summary>How many variants a test makes of each of so many types: as many in all, however many types there are, but some of each.</summary>
    internal static int VariantsOfEach(int types) => Math.Max(10, Variants(1200) / types);
}
