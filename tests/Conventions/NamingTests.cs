using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Conventions;

/// <summary>What holds for every public member, found by reflection.</summary>
public sealed class NamingTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> PublicTypes => typeof(AmityClient).Assembly.GetExportedTypes();

    // What makes an enumeration for a fake fetches nothing.
    private static IEnumerable<MethodInfo> AsyncMethods => PublicTypes.Where(type => type != typeof(AmityFakes)).SelectMany(type => type.GetMethods(Declared)).Where(method => IsAsync(method.ReturnType));

    [Test]
    public void AsyncMethods_ByName_AreExactlyThoseThatEndInAsync()
    {
        var named = PublicTypes.SelectMany(type => type.GetMethods(Declared)).Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal));

        AsyncMethods.Should().HaveCountGreaterThan(14);
        AsyncMethods.Except(named).Should().BeEmpty("what is asynchronous says so");
        named.Except(AsyncMethods).Should().BeEmpty("what says so is asynchronous");
    }

    [Test]
    public void AsyncMethods_Parameters_EndWithACancellationToken() =>
        AsyncMethods.Should().OnlyContain(method => method.GetParameters().Last().ParameterType == typeof(CancellationToken) && method.GetParameters().Last().Name == "cancellationToken");

    [Test]
    public void Operations_OfTheSpec_AreMethodsOfTheClient() => Spec.Operations.Keys.Select(OperationCall.MethodOf).Should().OnlyHaveUniqueItems();

    [Test]
    public void Lists_OfTheClient_AreThoseOfTheSpec()
    {
        var lists = Spec.Operations.Keys.Where(id => Spec.ResponseOf(id)?.ActualProperties.ContainsKey("paging") == true);
        var enumerations = typeof(RoomsClient).GetMethods().Where(m => m.ReturnType.IsGenericType && m.ReturnType.GetGenericTypeDefinition() == typeof(AsyncPages<>)).Select(m => m.Name);

        enumerations.Should().HaveCount(2).And.BeEquivalentTo(lists.Select(id => $"{OperationCall.Pascal(id)}Async"));
    }

    [Test]
    public void PublicSurface_OfTheLibrary_NamesNoJsonToken()
    {
        var types = PublicTypes.SelectMany(type => type.GetMethods(Declared).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Concat(type.GetProperties(Declared).Select(p => p.PropertyType)).Concat(type.GetConstructors(Declared).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)))).SelectMany(WithArguments);

        types.Should().NotBeEmpty().And.NotContain(type => typeof(JToken).IsAssignableFrom(type));
    }

    [Test]
    public void Exceptions_OfTheLibrary_AreAmityExceptionsOrCancellations() =>
        PublicTypes.Where(type => typeof(Exception).IsAssignableFrom(type)).Should().HaveCountGreaterThan(4)
            .And.OnlyContain(type => typeof(AmityException).IsAssignableFrom(type) || typeof(OperationCanceledException).IsAssignableFrom(type));

    private static bool IsAsync(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(AsyncPages<>)));

    private static IEnumerable<Type> WithArguments(Type type) => type.GetGenericArguments().SelectMany(WithArguments).Prepend(type);
}
