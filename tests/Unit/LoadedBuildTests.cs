using System.Reflection;
using System.Runtime.Versioning;

namespace Amity.Tests.Unit;

/// <summary>The tests run over the build of the library that their project names.</summary>
public sealed class LoadedBuildTests
{
    [Test]
    public void Library_Loaded_IsTheBuildThatTheProjectNames()
    {
        var expected = typeof(LoadedBuildTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "LibraryFramework").Value;
        var framework = new FrameworkName(typeof(AmityClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

        var moniker = framework.Identifier == ".NETStandard" ? $"netstandard{framework.Version}" : $"net{framework.Version}";

        moniker.Should().Be(expected);
    }
}
