using System.Reflection;
using System.Runtime.Versioning;
using NSwag;

namespace Amity.Tests.Unit;

/// <summary>The tests run over the build of the library that their project names, and what is generated of them leaves no shape of operation out.</summary>
public sealed class TestedBuildTests
{
    private static IEnumerable<OpenApiOperationDescription> All => Spec.Operations.Values;

    [Test]
    public void Library_Loaded_IsTheBuildThatTheProjectNames()
    {
        var framework = new FrameworkName(typeof(AmityClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

        var moniker = framework.Identifier == ".NETStandard" ? $"netstandard{framework.Version}" : $"net{framework.Version}";

        moniker.Should().Be(TestedBuild.Framework);
    }

    [Test]
    public void Operations_OfTheBuild_HaveEveryShapeOfTheSpec()
    {
        var tested = TestedBuild.Operations.Select(Spec.ShapeOf).ToList();

        tested.Distinct().Should().BeEquivalentTo(All.Select(OperationShape.Of).Distinct());
        tested.Should().HaveCount(TestedBuild.Framework == "net10.0" ? Spec.Operations.Count : tested.Distinct().Count());
    }
}
