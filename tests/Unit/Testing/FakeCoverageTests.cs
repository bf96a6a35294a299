using System.Reflection;

namespace Amity.Tests.Unit.Testing;

/// <summary>Whatever the library returns or throws can be made in a test: a new type that cannot fails here.</summary>
public sealed class FakeCoverageTests
{
    private static readonly MethodInfo[] Fakes = typeof(AmityFakes).GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static IEnumerable<Type> Exceptions =>
        Classes.Where(type => typeof(Exception).IsAssignableFrom(type));

    private static IEnumerable<Type> Classes =>
        typeof(AmityClient).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false });

    [TestCaseSource(nameof(Classes))]
    public void Class_Public_CanBeMadeInATest(Type type)
    {
        var isMade = type.GetConstructors().Length > 0 || IsGivenByItself(type) || IsMock(type) || Fakes.Any(fake => Makes(fake, type));

        isMade.Should().BeTrue("a test of the caller's needs a {0}: give it a constructor, or {1} a method", type.Name, nameof(AmityFakes));
    }

    [TestCaseSource(nameof(Exceptions))]
    public void Exception_Fake_TakesAllThatTheExceptionHas(Type type)
    {
        var fake = Fakes.Single(candidate => Makes(candidate, type));
        var properties = type.GetProperties().Where(property => property.DeclaringType!.Assembly == type.Assembly);

        properties.Select(property => NameOf(property.Name)).Except(Derived(type)).Should().NotBeEmpty().And.BeSubsetOf(fake.GetParameters().Select(parameter => parameter.Name));
    }

    private static string NameOf(string property) =>
        property == "ServiceMessage" ? "message" : char.ToLowerInvariant(property[0]) + property[1..];

    /// <summary>What follows from the rest, or never is otherwise.</summary>
    private static string[] Derived(Type type) => type == typeof(BulkIncompleteException)
        ? ["operation", "message", "attempts", "mayHaveSucceeded", "continuationToken"]
        : type == typeof(AmityPagingException) ? ["attempts", "mayHaveSucceeded"]
        : type == typeof(AmityRateLimiterRejectedException) ? ["message"]
        : ["category"];

    private static bool Makes(MethodInfo fake, Type type) => fake.ReturnType == type
        || (type == typeof(AmityRateLimitException) && fake.ReturnType == typeof(AmityApiException))
        || (type.IsGenericType && fake.ReturnType.IsGenericType && fake.ReturnType.GetGenericTypeDefinition() == type);

    // A region, a credential: by a static member of its own.
    private static bool IsGivenByItself(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method => method.ReturnType == type);

    private static bool IsMock(Type type) => type.GetInterfaces().Any(contract => contract.IsPublic && contract.Assembly == type.Assembly)
        || (!type.IsSealed && type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Any(constructor => constructor.IsFamily));
}
