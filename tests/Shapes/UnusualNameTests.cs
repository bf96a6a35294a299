namespace Amity.Tests.Shapes;

/// <summary>Names of any length and letter in JSON, arguments called like words of C#, and enums of many and of odd values.</summary>
internal sealed class UnusualNameTests : ShapeTest
{
    private static readonly string Name40 = "field" + new string('a', 35);
    private static readonly string Name41 = "field" + new string('b', 36);
    private static readonly string Name100 = "field" + new string('c', 95);

    private static readonly NamedFields Fields = new()
    {
        A = "1",
        Field40 = "40",
        Field41 = "41",
        Field100 = "100",
        InternalId = "i",
        MuteChannel = true,
        MessageId = "m",
        FileSize = 5,
        Name = ["n"],
        OptionsLimit = 20,
        AB = "ab",
        Quoted = "q",
        BackSlash = "b",
        Braced = "br",
        Size = "s",
        JapaneseName = "j",
        Balloon = "ba",
        First = "f",
        RefLike = "r",
        Class = "c",
        Event = "e",
        Object = ["o"],
        Namespace = [1],
        Value = "v",
    };

    private static readonly string Json =
        $$"""
        {"a":"1","{{Name40}}":"40","{{Name41}}":"41","{{Name100}}":"100","_id":"i",
        "MUTE_CHANNEL":true,"message-id":"m","file.size":5,"name[]":["n"],"options[limit]":20,"a b":"ab","quote\"d":"q","back\\slash":"b",
        "{braced}":"br","größe":"s","名前":"j","\uD83C\uDF88":"ba","1st":"f","$ref-like":"r","class":"c","event":"e","object":["o"],
        "namespace":[1],"value":"v"}
        """.ReplaceLineEndings(string.Empty);

    [Test]
    public async Task Fields_OfAnyName_AreWritten()
    {
        Server.Reply(Reply.Echo);

        await Client.Names.PutNamesAsync(Fields);

        Server.Request.Text.Should().Be(Json);
    }

    [Test]
    public async Task Fields_OfAnyName_AreRead()
    {
        Server.Reply(Reply.Echo);

        var read = await Client.Names.PutNamesAsync(Fields);

        read.Should().BeEquivalentTo(Fields);
        read.AdditionalProperties.Should().BeEmpty();
    }

    [Test]
    public async Task Fields_WithEscapedNames_AreRead()
    {
        string[] names = ["a", Name41, Name100, "größe", "🎈", "name[]"];
        Server.Reply(Reply.Json("{" + string.Join(',', names.Select(name => $"\"{Escaped(name)}\":\"x\"")) + "}"));

        var read = await Client.Names.PutNamesAsync(new());

        new[] { read.A, read.Field41, read.Field100, read.Size, read.Balloon }.Should().OnlyContain(text => text == "x");
        FreeJson.Of(read.AdditionalProperties).Should().Be("""{"name[]":"x"}""");
    }

    [Test]
    public async Task Fields_OfNamesThatAreNearlyTheirs_AreKeptApart()
    {
        string[] others = ["A", "field" + new string('b', 37), "field" + new string('b', 35) + "c", "_iD", "a  b", "grösse"];
        Server.Reply(Reply.Json("{" + string.Join(',', others.Select(name => $"\"{name}\":\"x\"")) + "}"));

        var read = await Client.Names.PutNamesAsync(new());

        read.AdditionalProperties.Keys.Should().Equal(others);
        read.AdditionalProperties.Clear();
        read.Should().BeEquivalentTo(new NamedFields());
    }

    [Test]
    public async Task OnlyField_OfALongName_IsRead()
    {
        Server.Reply(Reply.Json($$"""{"{{Name41}}":"x"}"""));

        (await Client.Names.GetOnlyLongAsync()).Field41.Should().Be("x");
    }

    [Test]
    public async Task Object_WithoutFields_KeepsThoseItGets()
    {
        Server.Reply(Reply.Json("""{"a":1}"""));

        FreeJson.Of((await Client.Names.GetNoFieldsAsync()).AdditionalProperties).Should().Be("""{"a":1}""");
    }

    [Test]
    public async Task Arguments_CalledLikeWordsOfCSharp_AreSentAndChecked()
    {
        await Client.Names.GetKeywordsAsync("c", Color.Red, new()
        {
            From = "f",
            Name = ["n"],
            Item = [2],
            Object = ["o"],
            Default = 1,
            In = new() { Is = "i" },
            Params = [new() { TargetId = "t" }],
        });

        Server.Request.Target.Should().StartWith("/name/keywords/c?");
        Server.Request.Query.Should().BeEquivalentTo(
            "event=red", "from=f", "name=n", "item=2", "object=o", "default=1", "in[is]=i", "params[0][targetId]=t");
        var call = () => Client.Names.GetKeywordsAsync("..", Color.Red);
        (await call.Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().Be("class");
    }

    [Test]
    public async Task Tag_OfTwoWords_NamesItsClient()
    {
        Server.Reply(Reply.Empty(204));

        await Client.LiveChat.SayAsync();

        Server.Request.Target.Should().Be("/name/live-chat");
    }

    [Test]
    public async Task Enum_OfManyValues_GoesBothWays([Values(0, 1, 199, 399)] int number)
    {
        var known = (BigEnum)typeof(BigEnum).GetProperty($"Permission{number:000}")!.GetValue(null)!;
        Server.Reply(Reply.Echo);

        var read = await Client.Names.PutBigEnumAsync(new() { Big = known });

        Server.Request.Text.Should().Be($$"""{"big":"permission-{{number:000}}"}""");
        read.Big.Should().Be(known);
        read.Big!.Value.IsKnown.Should().BeTrue();
    }

    [Test]
    public async Task Enum_ThatThisVersionDoesNotName_IsKeptAsItCame()
    {
        Server.Reply(Reply.Json("""{"big":"permission-400"}"""), Reply.Echo);

        var read = await Client.Names.PutBigEnumAsync(new());
        await Client.Names.PutBigEnumAsync(read);

        read.Big!.Value.IsKnown.Should().BeFalse();
        Server.Requests[1].Text.Should().Be("""{"big":"permission-400"}""");
    }

    [TestCase("Spaced", "a b")]
    [TestCase("Dashed", "a-b-c")]
    [TestCase("PostCreate", "Post.Create")]
    [TestCase("One", "1")]
    [TestCase("Read", "read")]
    [TestCase("Quoted", "quote\"d")]
    [TestCase("Backslash", "back\\slash")]
    [TestCase("Accented", "é")]
    [TestCase("Star", "*")]
    [TestCase("Markup", "a&b<c>")]
    [TestCase("Class", "class")]
    [TestCase("OwnValue", "value")]
    public async Task Enum_OfOddValues_GoesBothWays(string name, string wire)
    {
        var known = (OddEnum)typeof(OddEnum).GetProperty(name)!.GetValue(null)!;
        Server.Reply(Reply.Echo, Reply.Json($$"""{"odd":"{{Escaped(wire)}}"}"""));

        known.Value.Should().Be(wire);
        (await Client.Names.PutBigEnumAsync(new() { Odd = known })).Odd.Should().Be(known);
        (await Client.Names.PutBigEnumAsync(new())).Odd.Should().Be(known);
    }

    /// <summary>The same text with every letter escaped.</summary>
    private static string Escaped(string text) => string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"));
}
