namespace Amity.Tests.Unit.Client;

/// <summary>The regions and their addresses.</summary>
public sealed class RegionTests
{
    private static IEnumerable<AmityRegion> All => [AmityRegion.Us, AmityRegion.Eu, AmityRegion.Sg];

    [Test]
    public void Regions_Together_AreTheServersOfTheSpec() =>
        All.Select(region => region.BaseAddress).Should().Equal(Spec.Document.Servers.Select(server => new Uri(server.Url)));

    [TestCase("us")]
    [TestCase("EU")]
    [TestCase("Sg")]
    public void Parse_NameInAnyCase_IsTheRegion(string name) => AmityRegion.Parse(name).ToString().Should().BeEquivalentTo(name);

    [TestCase("")]
    [TestCase("us ")]
    [TestCase("apac")]
    [TestCase(null)]
    public void Parse_OtherName_IsRejectedWithTheNamesThereAre(string? name)
    {
        var act = () => AmityRegion.Parse(name!);

        act.Should().Throw<ArgumentException>().WithParameterName("name").WithMessage("*us, eu and sg*");
    }

    [TestCaseSource(nameof(All))]
    public async Task Client_ForARegion_CallsItsAddress(AmityRegion region)
    {
        var handler = new ScriptedHandler().Response("""{"paging":{}}""");
        using var client = new AmityClient(region, AmityCredential.Bearer("t"), new AmityClientOptions { Handler = handler });

        await client.Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Single().Address.Should().Be(new Uri($"https://apix.{region.Name}.amity.co/api/v1/rooms"));
    }
}
