using System.IO.Compression;
using System.Text;

namespace Amity.Tests.Unit.Http;

/// <summary>How large and how deep a response may be, each limit with an error that names it.</summary>
public sealed class SizeLimitTests
{
    private const string Page = """{"rooms":[]}""";

    [Test]
    public async Task MaxResponseBytes_OneByteMore_IsRejectedByName()
    {
        var options = new AmityClientOptions { MaxResponseBytes = 1000 };

        (await ReadAsync(options, Page.PadRight(1000))).Should().BeNull();

        var failure = await ReadAsync(options, Page.PadRight(1001));
        failure!.Failure.Should().Be(AmityTransportFailure.TooLarge);
        failure.Message.Should().Contain("1000 bytes").And.Contain("AmityClientOptions.MaxResponseBytes");
    }

    [Test]
    public async Task MaxResponseBytes_OnAnError_LeavesOnlyTheBodyOut()
    {
        var options = new AmityClientOptions { MaxResponseBytes = 1000, MaxRetries = 0, Handler = new ScriptedHandler().Response(502, new string('x', 1001)) };
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);

        var failure = (await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<AmityApiException>()).Which;

        failure.StatusCode.Should().Be(502);
        failure.ResponseBody.Should().BeNull();
    }

    [Test]
    public async Task MaxJsonValues_OneValueMore_IsRejectedByName()
    {
        // The list, its rooms, and a field of each.
        var options = new AmityClientOptions { MaxJsonValues = 1 + 4 + 4 };

        (await ReadAsync(options, Rooms(4))).Should().BeNull();

        var failure = await ReadAsync(options, Rooms(5));
        failure!.Failure.Should().Be(AmityTransportFailure.TooLarge);
        failure.Message.Should().Contain("more than 9 values").And.Contain("AmityClientOptions.MaxJsonValues");
    }

    [TestCase(1000, null)]
    [TestCase(1001, AmityTransportFailure.TooLarge)]
    [TestCase(5_000_000, AmityTransportFailure.TooLarge)]
    public async Task MaxResponseBytes_ResponseCompressed_CountsWhatItUnpacksTo(int size, AmityTransportFailure? expected)
    {
        await using var server = RawServer.Responding(Compressed(Gzip(Encoding.UTF8.GetBytes(Page.PadRight(size))), "gzip"));
        using var client = new AmityClient(server.Address, AmityCredential.Bearer("t"), new AmityClientOptions { MaxResponseBytes = 1000 });

        var failure = await FailureAsync(client);

        (failure?.Failure).Should().Be(expected);
        (failure?.Message ?? "MaxResponseBytes").Should().Contain("MaxResponseBytes");
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public async Task Response_CompressedAndCorrupt_IsMalformed(string encoding)
    {
        await using var server = RawServer.Responding(Compressed([.. Enumerable.Repeat((byte)0xAB, 200)], encoding));
        using var client = new AmityClient(server.Address, AmityCredential.Bearer("t"), new AmityClientOptions { MaxRetries = 0 });

        (await FailureAsync(client))!.Failure.Should().Be(AmityTransportFailure.Malformed);
    }

    [TestCase("""{"rooms":[],"unknown":#}""", 1)]
    [TestCase("""{"rooms":[{"unknown":#}]}""", 3)]
    [TestCase("""{"rooms":[{"metadata":{"a":#}}]}""", 4)]
    public async Task MaxJsonDepth_OneLevelMore_IsRejectedByName(string json, int depthAround)
    {
        var options = new AmityClientOptions { MaxJsonDepth = 10 };

        (await ReadAsync(options, json.Replace("#", Nested(10 - depthAround), StringComparison.Ordinal))).Should().BeNull();

        var failure = await ReadAsync(options, json.Replace("#", Nested(11 - depthAround), StringComparison.Ordinal));
        failure!.Failure.Should().Be(AmityTransportFailure.TooLarge);
        failure.Message.Should().Contain("deeper than 10").And.Contain("AmityClientOptions.MaxJsonDepth");
    }

    [TestCase("""{"rooms":[],"unknown":#}""")]
    [TestCase("""{"rooms":[{"unknown":#}]}""")]
    [TestCase("""{"rooms":[{"metadata":{"a":#}}]}""")]
    public async Task MaxJsonDepth_Raised_ReadsWhatIsDeeperThanTheDefault(string json)
    {
        var deep = json.Replace("#", Nested(150), StringComparison.Ordinal);

        (await ReadAsync(new AmityClientOptions { MaxJsonDepth = 200 }, deep)).Should().BeNull();
        (await ReadAsync(new AmityClientOptions(), deep))!.Failure.Should().Be(AmityTransportFailure.TooLarge);
    }

    [TestCase("""{"rooms":[],"unknown":#}""")]
    [TestCase("""{"rooms":#}""")]
    [TestCase("""{"rooms":[{"metadata":{"a":#}}]}""")]
    public async Task MaxJsonDepth_ResponseDeepEnoughToOverflowTheStack_IsRejected(string json)
    {
        var deep = json.Replace("#", Nested(200_000), StringComparison.Ordinal);

        (await ReadAsync(new AmityClientOptions(), deep))!.Failure.Should().BeOneOf(AmityTransportFailure.TooLarge, AmityTransportFailure.Malformed);
        var rejection = () => TestClient.Rooms(new ScriptedHandler().Response(500, deep)).ListRoomsAsync().GetPageAsync();
        await rejection.Should().ThrowAsync<AmityApiException>();
    }

    [Test]
    public async Task MaxPages_OnePageMore_IsRejectedByNameAfterThePagesWereHandedOver()
    {
        var page = 0;
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(200, $$$"""{"rooms":[{"roomId":"r"}],"paging":{"next":"t{{{++page}}}"}}"""));
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), new AmityClientOptions { Handler = handler, MaxPages = 3 });
        var seen = 0;

        var act = async () =>
        {
            await foreach (var room in client.Rooms.ListRoomsAsync())
            {
                seen++;
            }
        };

        var failure = (await act.Should().ThrowAsync<AmityPagingException>()).Which;
        failure.Message.Should().Contain("3 pages").And.Contain("AmityClientOptions.MaxPages");
        failure.ContinuationToken.Should().Be("t3");
        seen.Should().Be(3);
        handler.Requests.Should().HaveCount(3);
    }

    private static Task<AmityTransportException?> ReadAsync(AmityClientOptions options, string response) => ReadAsync(options, new ScriptedHandler().Response(response));

    private static async Task<AmityTransportException?> ReadAsync(AmityClientOptions options, HttpMessageHandler handler)
    {
        options.Handler = handler;
        options.MaxRetries = 0;
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);
        return await FailureAsync(client);
    }

    private static async Task<AmityTransportException?> FailureAsync(AmityClient client)
    {
        try
        {
            await client.Rooms.ListRoomsAsync().GetPageAsync();
            return null;
        }
        catch (AmityTransportException failure)
        {
            return failure;
        }
    }

    private static string Rooms(int count) => $$"""{"rooms":[{{string.Join(',', Enumerable.Repeat("""{"roomId":"r"}""", count))}}]}""";

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static byte[] Compressed(byte[] body, string encoding) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}
