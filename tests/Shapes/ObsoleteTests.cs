using System.Reflection;
using System.Runtime.Versioning;

namespace Amity.Tests.Shapes;

/// <summary>The compiler tells whoever calls an operation that another replaces, or makes its options, which to call instead.</summary>
internal sealed class ObsoleteTests
{
    private static readonly MemberInfo[] Old = [MethodOf("FindOldAsync"), typeof(ShapesClient).Assembly.GetType("Amity.Shapes.FindOldOptions")!];

    private static readonly MemberInfo[] New = [MethodOf("FindNewAsync"), typeof(FindNewOptions)];

    /// <summary>.NET Standard has no ids of diagnostics.</summary>
    private static bool HasIds =>
        !typeof(ShapesClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal);

    [TestCaseSource(nameof(Old))]
    public void Member_OfAReplacedOperation_NamesTheOther(MemberInfo member)
    {
        var obsolete = member.GetCustomAttribute<ObsoleteAttribute>()!;

        obsolete.Message.Should().Be("Use FindNewAsync.");
        obsolete.DiagnosticId.Should().Be(HasIds ? "AMITY0001" : null);
    }

    [TestCaseSource(nameof(New))]
    public void Member_OfItsReplacement_IsNotObsolete(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute)).Should().BeFalse();

    private static MethodInfo MethodOf(string name) => typeof(SuccessorsClient).GetMethod(name)!;
}
