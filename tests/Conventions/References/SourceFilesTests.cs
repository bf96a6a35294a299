using Amity.Tests.Conventions.References.Examples;
using Mono.Cecil;

namespace Amity.Tests.Conventions.References;

/// <summary>A member of a type with several files is found in its own one.</summary>
public sealed class SourceFilesTests
{
    [TestCase(nameof(PartialType.Run), "PartialType.cs")]
    [TestCase(nameof(PartialType.RunAsync), "PartialType.Async.cs")]
    public void File_OfAMethod_IsTheOneItStandsIn(string method, string expected)
    {
        var assembly = typeof(PartialType).Assembly.Location;
        using var module = ModuleDefinition.ReadModule(assembly);
        using var files = new SourceFiles(assembly);

        var file = files.Of(module.GetType(typeof(PartialType).FullName).Methods.Single(candidate => candidate.Name == method));

        Path.GetFileName(file).Should().Be(expected);
    }
}
