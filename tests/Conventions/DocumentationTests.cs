using System.Reflection;
using System.Xml.Linq;
using Amity.Tests.Unit;

namespace Amity.Tests.Conventions;

/// <summary>Every public member has a summary in the documentation file.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(AmityClient).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);

    private static IEnumerable<Type> PublicTypes => typeof(AmityClient).Assembly.GetExportedTypes();

    [TestCaseSource(nameof(PublicTypes))]
    public void PublicType_ItAndItsMembers_AreDocumented(Type type)
    {
        var undocumented = Ids(type).Distinct().Where(id => !IsDocumented(id.Key, id.Count));

        undocumented.Should().BeEmpty();
    }

    [Test]
    public void Summaries_InTheDocumentation_AreSentences() =>
        Members.Values.Select(member => member.Element("summary")?.Value.Trim()).OfType<string>()
            .Should().HaveCountGreaterThan(300).And.OnlyContain(summary => summary.Length > 5 && summary.EndsWith('.'));

    [Test]
    public void Operations_OfTheSpec_AreDocumentedInItsWords()
    {
        foreach (var operation in Spec.Operations.Values.Select(o => o.Operation))
        {
            var method = $"M:{OperationCall.ClientOf(operation.OperationId).PropertyType}.{operation.OperationId}Async(";
            var entry = Members.Single(member => member.Key.StartsWith(method, StringComparison.OrdinalIgnoreCase)
                && member.Value.Element("remarks") is not null);

            entry.Value.Element("summary")!.Value.Should().Be(operation.Summary);
            entry.Value.Element("remarks")!.Value.Should().Be(operation.Description);
        }
    }

    // By name and number of overloads, which spares writing every signature in the compiler's notation.
    private static IEnumerable<(string Key, int Count)> Ids(Type type)
    {
        var name = type.FullName!;
        yield return ($"T:{name}", 1);
        foreach (var property in type.GetProperties(Declared))
        {
            yield return ($"P:{name}.{property.Name}", 1);
        }

        foreach (var field in type.GetFields(Declared).Where(field => !field.IsSpecialName))
        {
            yield return ($"F:{name}.{field.Name}", 1);
        }

        var accessors = type.GetProperties(Declared).SelectMany(property => property.GetAccessors());
        foreach (var overloads in type.GetMethods(Declared | BindingFlags.NonPublic).Where(IsSeen).Except(accessors).GroupBy(method => method.Name))
        {
            yield return ($"M:{name}.{overloads.Key}", overloads.Count());
        }

        var constructors = type.GetConstructors(Declared | BindingFlags.NonPublic).Where(IsSeen).Count(constructor => !IsTheCompilers(constructor));
        if (constructors > 0)
        {
            yield return ($"M:{name}.#ctor", constructors);
        }
    }

    // Without parameters, and public or of an abstract class.
    private static bool IsTheCompilers(ConstructorInfo constructor) =>
        constructor.GetParameters().Length == 0 && (constructor.IsPublic || constructor.DeclaringType!.IsAbstract);

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily;

    private static bool IsDocumented(string id, int count)
    {
        var entries = Members.Where(member => member.Key == id
            || member.Key.StartsWith($"{id}(", StringComparison.Ordinal) || member.Key.StartsWith($"{id}``", StringComparison.Ordinal));
        return entries.Count(entry => IsDocumented(entry.Value)) == count;
    }

    private static bool IsDocumented(XElement member)
    {
        // What is inherited has to stand at the target itself; a property named like its type can point at itself.
        var source = (string?)member.Element("inheritdoc")?.Attribute("cref") is { } target ? Members[target] : member;
        return !string.IsNullOrWhiteSpace(source.Element("summary")?.Value)
            || (source == member && member.Element("inheritdoc") is { HasAttributes: false });
    }
}
