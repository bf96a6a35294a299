using System.Collections;
using System.Reflection;

namespace Amity.Tests.Unit;

/// <summary>Where tests are made of what the spec has, it has some: a test of nothing could not fail.</summary>
public sealed class CaseSourceTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    [Test]
    public void Source_OfTestCases_HasSome()
    {
        var sources = Sources().Distinct().ToList();

        sources.Should().NotBeEmpty();
        sources.Where(source => !Values(source.Type, source.Name).GetEnumerator().MoveNext()).Should().BeEmpty();
    }

    private static IEnumerable<(Type Type, string Name)> Sources() =>
        from fixture in typeof(CaseSourceTests).Assembly.GetTypes()
        where !fixture.IsAbstract
        from source in fixture.GetCustomAttributes<TestFixtureSourceAttribute>().Select(source => (source.SourceType, source.SourceName))
            .Concat(fixture.GetMethods().SelectMany(OfMethod))
        select (source.SourceType ?? fixture, source.SourceName!);

    private static IEnumerable<(Type? SourceType, string? SourceName)> OfMethod(MethodInfo method) =>
        method.GetCustomAttributes<TestCaseSourceAttribute>().Select(source => (source.SourceType, source.SourceName)).Concat(
            method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes<ValueSourceAttribute>())
                .Select(source => (source.SourceType, source.SourceName)));

    private static IEnumerable Values(Type? type, string name)
    {
        while (type!.GetMember(name, Any).Length == 0)
        {
            type = type.BaseType;
        }

        return (IEnumerable)type.InvokeMember(name, Any | BindingFlags.GetProperty | BindingFlags.GetField | BindingFlags.InvokeMethod, null, null, null)!;
    }
}
