using System.Reflection;
using Amity.Tests.Unit;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Conventions;

/// <summary>What holds for every public member, found by reflection.</summary>
public sealed class NamingTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> PublicTypes => typeof(AmityClient).Assembly.GetExportedTypes();

    // What makes an enumeration for a fake fetches nothing.
    private static IEnumerable<MethodInfo> AsyncMethods => PublicTypes.Where(type => type != typeof(AmityFakes))
        .SelectMany(type => type.GetMethods(Declared))
        .Where(method => IsAsync(method.ReturnType) && method.Name != nameof(AsyncPages<>.AsPages));

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
        AsyncMethods.Select(method => method.GetParameters().Last())
            .Should().OnlyContain(last => last.ParameterType == typeof(CancellationToken) && last.Name == "cancellationToken");

    [Test]
    public void Operations_OfTheSpec_AreMethodsOfTheClient() =>
        Spec.Operations.Keys.Should().OnlyContain(id => OperationCall.ClientOf(id).PropertyType.GetMethods().Any(method => method.Name == MethodOf(id)));

    [Test]
    public void Lists_OfTheClient_AreThoseOfTheSpec()
    {
        var lists = Spec.Operations.Keys.Where(id => Spec.ResponseOf(id)?.ActualProperties.ContainsKey("paging") == true);
        var enumerations = Spec.Operations.Keys.Select(id => OperationCall.ClientOf(id).PropertyType).Distinct().SelectMany(client => client.GetMethods())
            .Where(method => Is(method.ReturnType, typeof(AsyncPages<>))).Select(method => method.Name);

        enumerations.Should().HaveCountGreaterThanOrEqualTo(2).And.BeEquivalentTo(lists.Select(MethodOf));
    }

    [Test]
    public void PublicSurface_OfTheLibrary_NamesNoJsonToken()
    {
        var parameters = PublicTypes.SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>().SelectMany(method => method.GetParameters());
        var returned = PublicTypes.SelectMany(type => type.GetMethods(Declared)).Select(method => method.ReturnType);

        parameters.Select(parameter => parameter.ParameterType).Concat(returned).SelectMany(WithArguments)
            .Should().NotBeEmpty().And.NotContain(type => typeof(JToken).IsAssignableFrom(type));
    }

    [Test]
    public void Exceptions_OfTheLibrary_AreAmityExceptionsOrCancellations() =>
        PublicTypes.Where(type => typeof(Exception).IsAssignableFrom(type)).Should().HaveCountGreaterThan(4)
            .And.OnlyContain(type => typeof(AmityException).IsAssignableFrom(type) || typeof(OperationCanceledException).IsAssignableFrom(type));

    private static bool IsAsync(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || Is(type, typeof(ValueTask<>)) || Is(type, typeof(AsyncPages<>)) || Is(type, typeof(IAsyncEnumerable<>));

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static string MethodOf(string operationId) => $"{Spec.Pascal(operationId)}Async";

    private static IEnumerable<Type> WithArguments(Type type) => type.GetGenericArguments().SelectMany(WithArguments).Prepend(type);
}
