namespace Amity.Tests.Unit.Client;

/// <summary>Where a client's requests go, and that plain http goes no further than this machine.</summary>
public sealed class BaseAddressTests
{
    [TestCase("/relative")]
    [TestCase("ftp://api.example.com")]
    [TestCase("https://api.example.com/?a=b")]
    [TestCase("https://api.example.com/#a")]
    [TestCase("https://user:password@api.example.com/")]
    public void Client_AddressThatIsNone_IsRejected(string address)
    {
        var act = () => TestClient.At(new Uri(address, UriKind.RelativeOrAbsolute));

        act.Should().Throw<ArgumentException>().WithParameterName("baseAddress").WithMessage("*absolute http or https*").Which.Message.Should().NotContain("password");
    }

    [TestCase("https://api.example.com", "/api/v1/rooms")]
    [TestCase("https://api.example.com/", "/api/v1/rooms")]
    [TestCase("https://proxy.example.com/amity", "/amity/api/v1/rooms")]
    [TestCase("https://proxy.example.com/amity%20eu/", "/amity%20eu/api/v1/rooms")]
    public async Task Client_AddressWithAPath_KeepsIt(string address, string target)
    {
        var handler = new ScriptedHandler().Response("""{"paging":{}}""");

        await TestClient.At(new Uri(address), handler).Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Single().Address.Should().Be(new Uri(new Uri(address), target));
    }

    [TestCase("http://api.example.com")]
    [TestCase("http://127.0.0.1.example.com")]
    [TestCase("http://localhost.example.com")]
    [TestCase("http://192.168.0.1")]
    public void PlainHttp_BeyondThisMachine_NeedsItsOptIn(string address)
    {
        var act = (bool allowed) => new AmityClient(new Uri(address), AmityCredential.Bearer("t"), new AmityClientOptions { AllowInsecureHttp = allowed });

        act.Invoking(a => a(false)).Should().Throw<ArgumentException>().WithMessage("*AllowInsecureHttp*");
        act.Invoking(a => a(true).Dispose()).Should().NotThrow();
    }

    [TestCase("http://localhost:5000")]
    [TestCase("http://127.0.0.1:5000")]
    [TestCase("http://127.9.9.9")]
    [TestCase("http://[::1]:5000")]
    [TestCase("https://api.example.com")]
    public void Address_HttpsOrThisMachine_IsTaken(string address) =>
        FluentActions.Invoking(() => new AmityClient(new Uri(address), AmityCredential.Bearer("t")).Dispose()).Should().NotThrow();

    [Test]
    public void Client_NullArguments_AreRejectedByName()
    {
        var credential = AmityCredential.Bearer("t");

        this.Invoking(_ => new AmityClient((Uri)null!, credential)).Should().Throw<ArgumentNullException>().WithParameterName("baseAddress");
        this.Invoking(_ => new AmityClient((AmityRegion)null!, credential)).Should().Throw<ArgumentNullException>().WithParameterName("region");
        this.Invoking(_ => new AmityClient(AmityRegion.Us, null!)).Should().Throw<ArgumentNullException>().WithParameterName("credential");
        this.Invoking(_ => TestClient.Over(new ScriptedHandler()).WithCredential(null!)).Should().Throw<ArgumentNullException>().WithParameterName("credential");
    }
}
