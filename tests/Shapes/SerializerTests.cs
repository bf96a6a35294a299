using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Shapes;

/// <summary>Applications that keep or send the models by a serializer read and write each kind of field as the client does.</summary>
internal sealed class SerializerTests : ShapeTest
{
    private static readonly Serializer[] Serializers =
    [
        new("System.Text.Json", value => System.Text.Json.JsonSerializer.Serialize(value), (json, type) => System.Text.Json.JsonSerializer.Deserialize(json, type)),
        new("Newtonsoft.Json", JsonConvert.SerializeObject, JsonConvert.DeserializeObject),
    ];

    private static IEnumerable<object> FreeValues =>
    [
        FullObject.Free("""{"a":[1,{"b":null}]}"""),
        JsonDocument.Parse("""{"a":[1,{"b":null}]}"""),
        JsonNode.Parse("""{"a":[1,{"b":null}]}""")!,
        new JsonObject { ["a"] = new JsonArray(JsonValue.Create(1), new JsonObject { ["b"] = null }) },
        JToken.Parse("""{"a":[1,{"b":null}]}"""),
        new Dictionary<string, object?> { ["a"] = new object[] { 1, new Dictionary<string, JsonElement> { ["b"] = FullObject.Free("null") } } },
        new Dictionary<string, JsonNode?> { ["a"] = new JsonArray(1, JsonNode.Parse("""{"b":null}""")) },
    ];

    [TestCaseSource(nameof(Serializers))]
    public void Fields_OfEachKind_AreReadAsTheClientReadsThem(Serializer serializer) =>
        serializer.Read<Everything>(FullObject.Json).Should().BeEquivalentTo(FullObject.Everything());

    [Test]
    public void Fields_OfEachKind_AreReadAsTheyWereWritten(
        [ValueSource(nameof(Serializers))] Serializer writer, [ValueSource(nameof(Serializers))] Serializer reader) =>
        reader.Read<Everything>(writer.Write(FullObject.Everything())).Should().BeEquivalentTo(FullObject.Everything());

    [Test]
    public void Fields_OfEachKind_AreWrittenByNewtonsoftAsTheClientWritesThem()
    {
        var written = JsonConvert.SerializeObject(FullObject.Everything());

        // The order of fields means nothing.
        JToken.DeepEquals(Parse(written), Parse(FullObject.Json)).Should().BeTrue("{0} is like {1}", written, FullObject.Json);
    }

    [Test]
    public void Fields_OfEachKind_AreWrittenBySystemTextJsonInTheOrderOfTheSpec() =>
        JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(FullObject.Everything()))!.AsObject().Select(field => field.Key)
            .Should().Equal(JsonNode.Parse(FullObject.Json)!.AsObject().Select(field => field.Key));

    [TestCaseSource(nameof(Serializers))]
    public void List_OfARequest_IsWrittenWhenItIsSet(Serializer serializer)
    {
        serializer.Write(new PatchPostRequest()).Should().Be("{}");
        serializer.Write(new PatchPostRequest { Delete = [] }).Should().Be("""{"delete":[]}""");
        serializer.Write(new Filter { Colors = [Color.Red] }).Should().Be("""{"colors":["red"]}""");
        serializer.Write(new UploadFilesRequest { Thumbnails = [] }).Should().NotContain("humbnails");
    }

    [TestCaseSource(nameof(Serializers))]
    public void List_OfARequest_IsReadBackAsItWasSet(Serializer serializer)
    {
        var days = new DateTime[] { new(2026, 3, 6) };

        serializer.Read<Filter>(serializer.Write(new Filter { Keyword = "a" })).Roles.Should().BeNull();
        serializer.Read<Filter>(serializer.Write(new Filter { Roles = [] })).Roles.Should().BeEmpty();
        serializer.Read<Filter>(serializer.Write(new Filter { Days = days })).Days.Should().Equal(days);
    }

    [TestCaseSource(nameof(Serializers))]
    public void OpenEnum_AsAKeyOrWithoutAValue_IsReadAsItWasWritten(Serializer serializer)
    {
        var counts = new Dictionary<Color, int> { [Color.Red] = 1, ["green"] = 2 };
        Color?[] colors = [Color.Red, null];

        serializer.Write(counts).Should().Be("""{"red":1,"green":2}""");
        serializer.Read<Dictionary<Color, int>>(serializer.Write(counts)).Should().Equal(counts);
        serializer.Write(new[] { default, Color.Red }).Should().Be("""[null,"red"]""");
        serializer.Read<Color[]>("""[null,"red"]""").Should().Equal(default, Color.Red);
        serializer.Read<Color?[]>(serializer.Write(colors)).Should().Equal(colors);
    }

    [TestCaseSource(nameof(FreeValues))]
    public async Task FreeValue_OfAnyLibrary_IsSentAndWrittenByNewtonsoft(object value)
    {
        Server.Reply(Reply.Echo);
        var sent = new Everything { Value = value, Fields = new Dictionary<string, object?> { ["f"] = value }, AdditionalProperties = { ["new"] = value } };

        var read = await Client.Bodies.SendEverythingAsync(sent);

        const string Json = """{"fields":{"f":{"a":[1,{"b":null}]}},"value":{"a":[1,{"b":null}]},"new":{"a":[1,{"b":null}]}}""";
        Server.Request.Text.Should().Be(Json);
        sent.ToString().Should().Be(Json);
        JsonConvert.SerializeObject(sent).Should().Be(Json);
        FreeJson.Of(read.Value).Should().Be("""{"a":[1,{"b":null}]}""");
    }

    [Test]
    public async Task FreeValue_OfAnUndefinedElement_IsRejectedUnsent()
    {
        var call = () => Client.Bodies.SendEverythingAsync(new() { Value = default(JsonElement) });

        (await call.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().Contain("JsonElement");
        Server.Requests.Should().BeEmpty();
    }

    [TestCase("""{"a":"\ud83d"}""", """{"a":"\uFFFD"}""")]
    [TestCase("""{"\ud83d":"a","b":"\uD83D\uDE00"}""", """{"\uFFFD":"a","b":"\uD83D\uDE00"}""")]
    [TestCase("""[1.50,"\udc00",{"b":[null,true]}]""", """[1.50,"\uFFFD",{"b":[null,true]}]""")]
    public async Task FreeValue_WithHalfOfASurrogatePair_CanBeWrittenByBoth(string json, string written)
    {
        Server.Reply(Reply.Json($$"""{"value":{{json}},"text":"after"}"""));

        var read = await Client.Bodies.SendEverythingAsync(new());

        FreeJson.Of(read.Value).Should().Be(written);
        foreach (var serializer in Serializers)
        {
            serializer.Read<Everything>(serializer.Write(read)).Text.Should().Be("after");
        }
    }

    [Test]
    public async Task FreeValue_ReadAndSentBack_IsTheSame()
    {
        const string Json = """{"value":{"large":12345678901234567890123,"exact":2.50,"huge":1e999,"twice":1,"twice":2}}""";
        Server.Reply(Reply.Json(Json), Reply.Echo);

        await Client.Bodies.SendEverythingAsync(await Client.Bodies.SendEverythingAsync(new()));

        Server.Requests[^1].Text.Should().Be(Json);
    }

    private static JToken Parse(string json) =>
        JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    internal sealed record Serializer(string Name, Func<object, string> Write, Func<string, Type, object?> Reader)
    {
        public T Read<T>(string json) => (T)Reader(json, typeof(T))!;

        public override string ToString() => Name;
    }
}
