using System.Reflection;
using System.Runtime.Versioning;
using NSwag;

namespace Amity.Tests.Unit;

/// <summary>The tests run over the build of the library that their project names, and what is generated of them leaves no kind of operation out.</summary>
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
    public void Operations_OfTheBuild_HaveEveryKindOfTheSpec()
    {
        var kinds = All.SelectMany(operation => OperationShape.Of(operation).Kinds).Distinct().ToList();

        TestedBuild.Operations.SelectMany(id => Spec.ShapeOf(id).Kinds).Distinct().Should().BeEquivalentTo(kinds);
        if (TestedBuild.Framework == "net10.0")
        {
            TestedBuild.Operations.Should().BeEquivalentTo(Spec.Operations.Keys);
        }
        else
        {
            TestedBuild.Operations.Should().HaveCountLessThanOrEqualTo(kinds.Count);
        }
    }
}
