using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using NJsonSchema;

namespace Amity.Tests.Unit.Json;

/// <summary>Sets of values that the service may extend.</summary>
public sealed class OpenEnumTests
{
    private static IEnumerable<string> Enums => Spec.Document.Components.Schemas.Where(schema => schema.Value.IsEnumeration).Select(schema => schema.Key);

    [TestCaseSource(nameof(Enums))]
    public void Enum_OfTheSpec_NamesEveryValue(string name)
    {
        var schema = Spec.Document.Components.Schemas[name];
        var values = TypeOf(name).GetProperties(BindingFlags.Public | BindingFlags.Static);

        values.Select(value => (value.Name, value.GetValue(null)!.ToString())).Should().Equal(NamesOf(schema).Zip(schema.Enumeration.Select(value => (string?)value)));
        values.Select(value => TypeOf(name).GetProperty("IsKnown")!.GetValue(value.GetValue(null))).Should().AllBeEquivalentTo(true);
    }

    [TestCaseSource(nameof(Enums))]
    public void Enum_UnknownValue_SurvivesReadAndWrite(string name)
    {
        const string Json = "\"some-Future_value 1\"";

        var value = JsonConvert.DeserializeObject(Json, TypeOf(name));

        value!.ToString().Should().Be("some-Future_value 1");
        TypeOf(name).GetProperty("IsKnown")!.GetValue(value).Should().Be(false);
        JsonConvert.SerializeObject(value).Should().Be(Json);
    }

    [Test]
    public async Task ListRoomsAsync_UnknownStatusInAnResponse_CanBeSentBack()
    {
        var handler = new ScriptedHandler().Response("""{"rooms":[{"status":"terminated"}]}""").Response("""{"paging":{}}""");
        var rooms = TestClient.Rooms(handler);

        var status = (await rooms.ListRoomsAsync().GetPageAsync()).Items[0].Status!.Value;
        await rooms.ListRoomsAsync(new() { Statuses = [status] }).GetPageAsync();

        status.IsKnown.Should().BeFalse();
        handler.Requests[1].Target.Should().Be("/api/v1/rooms?statuses=terminated");
    }

    [Test]
    public async Task Response_UnknownValueInAList_IsRead()
    {
        var page = await TestClient.Rooms(new ScriptedHandler().Response("""{"rooms":[],"users":[{"permissions":["MUTE_CHANNEL","FLY"]}]}""")).ListRoomsAsync().GetPageAsync();

        ((RoomPage)page.Included!).Users[0].Permissions.Should().Equal(UserPermission.MuteChannel, new UserPermission("FLY"));
    }

    [Test]
    public void Equality_SameWireForm_IsEqual()
    {
        var made = new RoomStatus("live");

        (made == RoomStatus.Live).Should().BeTrue();
        (made != RoomStatus.Ended).Should().BeTrue();
        made.Equals((object)RoomStatus.Live).Should().BeTrue();
        made.GetHashCode().Should().Be(RoomStatus.Live.GetHashCode());
        new RoomStatus("LIVE").Should().NotBe(RoomStatus.Live);
        made.Equals((object)RoomType.CoHosts).Should().BeFalse();
    }

    [Test]
    public void Default_OfAnEnum_IsEmptyUnknownAndWrittenAsNull()
    {
        var none = default(RoomStatus);

        none.Value.Should().BeEmpty();
        none.IsKnown.Should().BeFalse();
        none.Should().Be(new RoomStatus(string.Empty));
        JsonConvert.SerializeObject(none).Should().Be("null");
        JsonConvert.DeserializeObject<RoomStatus>("null").Should().Be(none);
    }

    [Test]
    public void Enum_MadeOfNull_IsRejected() => this.Invoking(_ => new RoomStatus(null!)).Should().Throw<ArgumentNullException>().WithParameterName("value");

    [Test]
    public void Text_GivenOrComparedWhereAnEnumIsWanted_IsItsWireForm()
    {
        RoomStatus status = "live";
        RoomStatus? read = RoomStatus.Live;

        status.Should().Be(RoomStatus.Live);
        (read == "live").Should().BeTrue();
        (read == "LIVE").Should().BeFalse();
        $"{read}".Should().Be("live");
    }

    [TestCase("live", "live")]
    [TestCase("new one", "new one")]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Parse_OfAnyText_TakesWhatIsNotEmpty(string? text, string? value)
    {
        RoomStatus.TryParse(text, CultureInfo.InvariantCulture, out var status).Should().Be(value is not null);
        status.Value.Should().Be(value ?? string.Empty);

        var parse = () => RoomStatus.Parse(text!, CultureInfo.InvariantCulture);
        if (value is not null)
        {
            parse().Should().Be(status);
        }
        else
        {
            parse.Should().Throw<Exception>().Which.Should().Match(failure => failure is FormatException || failure is ArgumentNullException);
        }
    }

    [Test]
    public void EveryEnum_HasThePublicInterface() =>
        Enums.Select(name => new[] { TypeOf(name) }).Should().OnlyContain(types => typeof(IAmityOpenEnum).IsAssignableFrom(types[0]));

    private static Type TypeOf(string name) => typeof(AmityClient).Assembly.GetExportedTypes().Single(type => type.Name == name);

    private static IEnumerable<string> NamesOf(JsonSchema schema) =>
        schema.EnumerationNames.Count > 0 ? schema.EnumerationNames : schema.Enumeration.Select(value => Spec.Pascal((string)value!));
}
