using System.Reflection;

namespace Amity.Tests.Shapes;

/// <summary>A fake overrides what its test calls; everything else says which member that was.</summary>
internal sealed class FakeTests
{
    private static readonly MethodInfo[] Members = [.. typeof(ShapesClient).GetProperties().Select(property => property.PropertyType)
        .SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))];

    [Test]
    public void Members_OfEveryClient_CanBeOverridden()
    {
        Members.Should().HaveCountGreaterThan(50).And.OnlyContain(member => member.IsVirtual && !member.IsFinal);
        Members.Select(member => member.DeclaringType!).Distinct().Should().OnlyContain(client => !client.IsSealed);
    }

    [Test]
    public void Fake_OfOneMember_ReturnsWhatItSays()
    {
        ResultsClient fake = new FakeResults();

        fake.GetPartyAsync().Result.PartyId.Should().Be("fake");
    }

    [Test]
    public void Members_NotOverridden_SayWhichWasCalled()
    {
        var fake = new FakeResults();
        foreach (var member in Members.Where(member => member.DeclaringType == typeof(ResultsClient) && member.Name != nameof(ResultsClient.GetPartyAsync)))
        {
            var call = () => member.Invoke(fake, [.. member.GetParameters().Select(DefaultOf)]);

            call.Should().Throw<TargetInvocationException>().WithInnerException<InvalidOperationException>()
                .Which.Message.Should().Contain($"ResultsClient.{member.Name} was called on a client without connections");
        }
    }

    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;

    private sealed class FakeResults : ResultsClient
    {
        public override Task<Party> GetPartyAsync(CancellationToken cancellationToken = default) => Task.FromResult(new Party { PartyId = "fake" });
    }
}
