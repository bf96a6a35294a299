using System.Reflection;
using System.Runtime.Versioning;

namespace Amity.Tests.Shapes;

/// <summary>The tests run over the builds that their project names.</summary>
internal sealed class ShapesBuildTests
{
    [TestCase(typeof(AmityClient))]
    [TestCase(typeof(ShapesClient))]
    public void Library_Loaded_IsTheBuildThatTheProjectNames(Type type)
    {
        var metadata = typeof(ShapesBuildTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        var expected = metadata.Single(entry => entry.Key == "LibraryFramework").Value;
        var framework = new FrameworkName(type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

        var moniker = framework.Identifier == ".NETStandard" ? $"netstandard{framework.Version}" : $"net{framework.Version}";

        moniker.Should().Be(expected);
    }
}
