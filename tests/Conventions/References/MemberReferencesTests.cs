using Amity.Tests.Conventions.References.Examples;
using Mono.Cecil;

namespace Amity.Tests.Conventions.References;

/// <summary>The search for references finds every kind of them, in a small example.</summary>
public sealed class MemberReferencesTests
{
    private static readonly string Assembly = typeof(MemberReferencesTests).Assembly.Location;

    private static readonly IReadOnlyList<(string From, string To, string Type)> Found = Search();

    private static IEnumerable<string> Kinds => typeof(Examples.Referred.BaseClass<>).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Examples.Referred.BaseClass<>).Namespace).Select(type => type.Name.Split('`')[0]);

    [TestCaseSource(nameof(Kinds))]
    public void Reference_OfEachKind_IsFound(string kind) => Found.Should().Contain(("Referring.cs", "Referred.cs", kind));

    [TestCase(nameof(Constants))]
    [TestCase(nameof(ConstantEnum))]
    public void Reference_ToAConstant_IsNotSeen(string type) => Found.Should().NotContain(("Referring.cs", "Constants.cs", type));

    private static string TypeOf(IMemberDefinition member) => (member as TypeDefinition ?? member.DeclaringType).Name.Split('`')[0];

    private static List<(string From, string To, string Type)> Search()
    {
        using var module = ModuleDefinition.ReadModule(Assembly);
        using var files = new SourceFiles(Assembly);
        return [.. MemberReferences.In(module).Select(reference => (FileOf(reference.From), FileOf(reference.To), TypeOf(reference.To)))];

        string FileOf(IMemberDefinition member) => Path.GetFileName(files.Of(member)) ?? "";
    }
}
