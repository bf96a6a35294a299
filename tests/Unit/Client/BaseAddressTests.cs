namespace Amity.Tests.Unit.Client;

/// <summary>Where a client's requests go.</summary>
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
