using System.Reflection;

namespace Amity.Tests.Unit.Testing;

/// <summary>A client as a fake derives from it: every member can be overridden, and what is not says so.</summary>
public sealed class WithoutConnectionTests
{
    private static IEnumerable<MethodInfo> Members => new[] { typeof(AmityClient), typeof(RoomsClient) }
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.Name != nameof(IDisposable.Dispose));

    [TestCaseSource(nameof(Members))]
    public void Member_OfAClientWithoutConnection_ThrowsItsName(MethodInfo member)
    {
        using var fake = new FakeClient();
        object client = member.DeclaringType == typeof(AmityClient) ? fake : new FakeRooms();
        var arguments = member.GetParameters().Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : Argument(parameter.ParameterType));

        var call = () => member.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);

        member.Should().Match<MethodInfo>(method => method.IsVirtual && !method.IsFinal);
        call.Should().Throw<InvalidOperationException>()
            .WithMessage($"{member.DeclaringType!.Name}.{member.Name.Replace("get_", "")} was called on a client without connections*override {member.Name.Replace("get_", "")}*");
    }

    [Test]
    public void Dispose_OfAClientWithoutConnection_ReachesTheFake()
    {
        var client = new FakeClient();

        client.Dispose();

        client.IsDisposed.Should().BeTrue();
    }

    private static object? Argument(Type type) =>
        type == typeof(string) ? "/a"
        : type == typeof(HttpMethod) ? HttpMethod.Get
        : type == typeof(AmityCredential) ? AmityCredential.Bearer("t")
        : type == typeof(Action<AmityClientOptions>) ? new Action<AmityClientOptions>(_ => { })
        : type == typeof(CancellationToken) ? CancellationToken.None
        : null;

    private sealed class FakeRooms : RoomsClient;

    private sealed class FakeClient : AmityClient
    {
        internal bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = disposing;
            base.Dispose(disposing);
        }
    }
}
