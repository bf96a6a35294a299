using System.Text;

namespace Amity.Tests.Shapes;

/// <summary>A response is the same to the caller whether it comes bare or inside of <c>{status, data}</c>.</summary>
internal sealed class WrapperTests : ShapeTest
{
    private static readonly string[] Wrappers =
    [
        "{0}",
        """{"status":"success","data":{0}}""",
        """{"data":{0},"status":"success"}""",
        """ { "status" : "success" , "more" : {"data":1,"status":"error"} , "data" : {0} , "last" : [] } """,
        "\uFEFF{\"status\":\"success\",\"data\":{0}}",
    ];

    [Test]
    public async Task Object_InAnyWrapper_IsTheSame([ValueSource(nameof(Wrappers))] string wrapper)
    {
        ReplyIn(wrapper, """{"id":"é","count":2}""");

        (await Client.Wrappers.GetWrappedObjectAsync()).Should().BeEquivalentTo(new Receipt { Id = "é", Count = 2 });
    }

    [Test]
    public async Task List_InAnyWrapper_IsTheSame([ValueSource(nameof(Wrappers))] string wrapper)
    {
        ReplyIn(wrapper, """[{"id":"a"},{"id":"b"}]""");

        (await Client.Wrappers.ListWrappedAsync()).Select(item => item.Id).Should().Equal("a", "b");
    }

    [Test]
    public async Task Map_InAnyWrapper_IsTheSame([ValueSource(nameof(Wrappers))] string wrapper)
    {
        ReplyIn(wrapper, """{"status":"open","name":"x"}""");

        (await Client.Wrappers.GetWrappedMapAsync()).Should().Equal(new Dictionary<string, string> { ["status"] = "open", ["name"] = "x" });
    }

    [Test]
    public async Task Text_InAnyWrapper_IsTheSame([ValueSource(nameof(Wrappers))] string wrapper)
    {
        ReplyIn(wrapper, "\"to\\u006Ben\"");

        (await Client.Wrappers.GetWrappedTextAsync()).Should().Be("token");
    }

    [Test]
    public async Task Page_InAnyWrapper_IsTheSame([ValueSource(nameof(Wrappers))] string wrapper)
    {
        ReplyIn(wrapper, """{"receipts":[{"id":"a"}],"paging":{"next":"n"}}""");

        var page = await Client.Wrappers.ListWrappedPageAsync().GetPageAsync();

        page.Items.Should().ContainSingle();
        page.ContinuationToken.Should().Be("n");
    }

    [Test]
    public async Task Object_WithFieldsOfThatNameItself_IsTheSame([ValueSource(nameof(Wrappers))] string wrapper)
    {
        ReplyIn(wrapper, """{"status":"open","name":"x"}""");

        var read = await Client.Wrappers.GetOwnStatusAsync();

        read.Status.Should().Be("open");
        read.Name.Should().Be("x");
    }

    [TestCase("""{"data":"x","name":"y"}""")]
    [TestCase("""{"status":"open","name":"y"}""")]
    public async Task Object_WithOneOfThoseFieldsAlone_IsNoWrapper(string json)
    {
        Server.Reply(Reply.Json(json));

        (await Client.Wrappers.GetWrappedMapAsync()).Should().Contain("name", "y");
    }

    [TestCase("""{"\uD83D":1,"id":"a"}""")]
    [TestCase("""{"status":"\uD83D","id":"a"}""")]
    [TestCase("""{"status":"\uD83D","data":{"id":"a"}}""")]
    public async Task Object_WithHalfOfASurrogatePairBesideIt_IsRead(string json)
    {
        Server.Reply(Reply.Json(json));

        (await Client.Wrappers.GetWrappedObjectAsync()).Id.Should().Be("a");
    }

    [Test]
    public async Task Wrapper_OfAnError_IsAnErrorWhateverItsStatus()
    {
        Server.Reply(Reply.Json("""{"status":"error","code":400400,"message":"Gone.","data":{"detail":[]}}"""));

        var call = () => Client.Wrappers.GetWrappedObjectAsync();

        var failure = (await call.Should().ThrowAsync<AmityApiException>()).Which;
        failure.StatusCode.Should().Be(200);
        failure.Category.Should().Be(AmityErrorCategory.FailedOperation);
    }

    [TestCase("""{"status":"success","data":null}""")]
    [TestCase("""{"status":"success","data":[]}""")]
    [TestCase("""{"status":"success","data":{"id":}""")]
    [TestCase("""{"status":"error","data":{""")]
    [TestCase("""{"status":"success","data":{"id":"a"}} x""")]
    [TestCase("""{"status":"success","data":{"id":"a"}}{}""")]
    [TestCase("")]
    [TestCase("[]")]
    public async Task Wrapper_WithoutWhatIsAskedFor_IsMalformed(string json)
    {
        Server.Reply(Reply.Json(json));

        var call = () => Client.Wrappers.GetWrappedObjectAsync();

        (await call.Should().ThrowAsync<AmityTransportException>()).Which.Failure.Should().Be(AmityTransportFailure.Malformed);
    }

    [Test]
    public async Task Wrapper_WhereTheSpecHasNone_IsReadAsItIs()
    {
        Server.Reply(Reply.Json("""{"status":"success","data":{"id":"a"}}"""));

        var read = await Client.Responses.GetObjectAsync();

        read.Id.Should().BeNull();
        read.AdditionalProperties.Keys.Should().Equal("status", "data");
    }

    private void ReplyIn(string wrapper, string json) =>
        Server.Reply(Reply.Body("application/json", Encoding.UTF8.GetBytes(wrapper.Replace("{0}", json, StringComparison.Ordinal))));
}
