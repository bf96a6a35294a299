using System.Text;
using Newtonsoft.Json;

namespace Amity.Tests.Hostile;

/// <summary>Text is read in the charset that is declared, and bytes that are no text never become other text.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class TextTests
{
    private const string Title = "Skadegörelse på éjszaka";

    private static readonly Encoded[] Charsets =
    [
        new("none", null, new UTF8Encoding(false), WithMark: false),
        new("utf-8 with BOM", "utf-8", new UTF8Encoding(true), WithMark: true),
        new("iso-8859-1", "iso-8859-1", Encoding.Latin1, WithMark: false),
        new("ISO-8859-1 in quotes", "\"ISO-8859-1\"", Encoding.Latin1, WithMark: false),
        new("utf-16 with BOM", "utf-16", Encoding.Unicode, WithMark: true),
        new("utf-16 without BOM", "utf-16", Encoding.Unicode, WithMark: false),
        new("utf-16 with the BOM of the other order", "utf-16", Encoding.BigEndianUnicode, WithMark: true),
        new("utf-16le", "utf-16le", Encoding.Unicode, WithMark: false),
        new("utf-16be", "utf-16be", Encoding.BigEndianUnicode, WithMark: false),
    ];

    private static readonly Invalid[] InvalidTexts =
    [
        new("no byte of UTF-8", [0xff]),
        new("first byte alone", [0xc3]),
        new("second byte alone", [0xa9]),
        new("cut within a character", [0xe2, 0x82]),
        new("too long a form", [0xc0, 0xaf]),
        new("half of a pair", [0xed, 0xa0, 0x80]),
        new("beyond Unicode", [0xf5, 0x80, 0x80, 0x80]),
    ];

    [TestCaseSource(nameof(Charsets))]
    public async Task Title_InTheDeclaredCharset_IsReadAsItWasWritten(Encoded charset)
    {
        await using var server = RawServer.Responding(_ => charset.With(200, $$"""{"rooms":[{"roomId":"r","title":"{{Title}}"}]}"""));
        using var client = Clients.Of(server);

        (await client.Rooms.GetRoomAsync("r")).Title.Should().Be(Title);
    }

    [TestCaseSource(nameof(Charsets))]
    public async Task Error_InTheDeclaredCharset_IsReadAsItWasWritten(Encoded charset)
    {
        await using var server = RawServer.Responding(_ => charset.With(403, $$"""{"code":400300,"message":"{{Title}}"}"""));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRoomAsync("r"));

        failure.ServiceMessage.Should().Be(Title);
        failure.Message.Should().Contain(Title);
        failure.ResponseBody.Should().Contain(Title);
        failure.ErrorCode.Should().Be(AmityErrorCode.Forbidden);
    }

    [Test]
    public async Task Charset_OfAnyName_IsReadOrFailsAsTheLibrarysOwn()
    {
        var names = Encoding.GetEncodings().Select(encoding => encoding.Name).Concat(["utf-7", "unicode-1-1-utf-7", "x-unknown", "windows-1252", "gb18030"]);
        foreach (var name in names)
        {
            await using var server = RawServer.Responding(_ =>
                RawResponse.Whole($"HTTP/1.1 200 OK\nContent-Type: application/json; charset={name}", "{\"rooms\":[{\"title\":\"a\"}]}"u8.ToArray()));
            using var client = Clients.Of(server);

            var read = async () => await client.Rooms.GetRoomAsync("r");

            try
            {
                (await read()).Title.Should().Be("a", "{0} has the letters of ASCII", name);
            }
            catch (AmityTransportException failure)
            {
                failure.Failure.Should().Be(AmityTransportFailure.Malformed, "in {0} it is another text", name);
            }
        }
    }

    [TestCaseSource(nameof(InvalidTexts))]
    public async Task Title_NoUtf8_IsAbsentAndTheRestIsRead(Invalid text)
    {
        await using var server = RawServer.Responding(_ =>
            Json(200, """{"rooms":[{"roomId":"a","title":"xINVALIDy","description":"of a"},{"roomId":"b","title":"Title of b"}]}""", text));
        using var client = Clients.Of(server);

        var page = await client.Rooms.ListRoomsAsync().GetPageAsync();

        page.Items.Select(room => room.RoomId).Should().Equal("a", "b");
        page.Items.Select(room => room.Title).Should().Equal(null, "Title of b");
        page.Items[0].Description.Should().Be("of a");
        JsonConvert.SerializeObject(page.Included).Should().NotContain("\ufffd");
    }

    [TestCaseSource(nameof(InvalidTexts))]
    public async Task Id_NoUtf8_IsNobodyElses(Invalid text)
    {
        await using var server = RawServer.Responding(_ =>
            Json(200, """{"roomBannedUsers":[{"userPublicId":"xINVALID"},{"userPublicId":"b"}],"paging":{}}""", text));
        using var client = Clients.Of(server);

        var page = await client.Rooms.ListViewerBansAsync("r").GetPageAsync();

        page.Items.Select(ban => ban.UserId).Should().Equal(string.Empty, "b");
        JsonConvert.SerializeObject(page.Included).Should().NotContain("\ufffd");
    }

    [TestCaseSource(nameof(InvalidTexts))]
    public async Task UnknownField_NoUtf8_IsNoOtherText(Invalid text)
    {
        await using var server = RawServer.Responding(_ => Json(200, """{"rooms":[{"roomId":"a","metadata":{"key":"xINVALID"}}]}""", text));
        using var client = Clients.Of(server);

        var room = await client.Rooms.GetRoomAsync("a");

        room.RoomId.Should().Be("a");
        JsonConvert.SerializeObject(room).Should().NotContain("\ufffd");
    }

    [TestCaseSource(nameof(InvalidTexts))]
    public async Task Error_NoUtf8_ShowsNoOtherText(Invalid text)
    {
        await using var server = RawServer.Responding(_ => Json(403, """{"code":400301,"message":"xINVALIDy"}""", text));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRoomAsync("r"));

        failure.StatusCode.Should().Be(403);
        failure.Message.Should().NotContain("\ufffd");
        failure.ServiceMessage.Should().BeNull();
    }

    [TestCase("2026-03-01T10:20:30.456Z", "2026-03-01T10:20:30.456Z")]
    [TestCase("20260301T100000Z", "2026-03-01T10:00:00Z")]
    [TestCase("2026-03-01T10", "2026-03-01T10:00:00Z")]
    [TestCase("2026-03-01T24:00:00Z", "2026-03-02T00:00:00Z")]
    [TestCase("2026-03-01T11:30:00+01:30", "2026-03-01T10:00:00Z")]
    [TestCase("03/04/2026", null)]
    [TestCase("10:00", null)]
    [TestCase("March 2026", null)]
    [TestCase("Sun, 12 Jul 2026 20:12:33 GMT", null)]
    [TestCase("Thu, 12 Jul 2026 20:12:33 +0000", null)]
    [TestCase("2026-02-30T10:00:00Z", null)]
    [TestCase("2026-03-01T24:00:01Z", null)]
    public async Task Instant_IsOneOfIso8601OrAbsent(string text, string? instant)
    {
        await using var server = RawServer.Responding(_ =>
            RawResponse.Json(200, $$"""{"rooms":[{"roomId":"r","createdAt":"{{text}}"}]}"""));
        using var client = Clients.Of(server);

        var room = await client.Rooms.GetRoomAsync("r");

        room.CreatedAt.Should().Be(instant is null ? null : DateTimeOffset.Parse(instant));
        room.AdditionalProperties.ContainsKey("createdAt").Should().Be(instant is null);
    }

    private static RawResponse Json(int status, string json, Invalid text)
    {
        var parts = json.Split("INVALID");
        byte[] body = [.. Encoding.UTF8.GetBytes(parts[0]), .. text.Bytes, .. Encoding.UTF8.GetBytes(parts[1])];
        return RawResponse.Whole($"HTTP/1.1 {status} Status\nContent-Type: application/json", body);
    }

    /// <summary>A charset as it is declared and as it is written.</summary>
    internal sealed record Encoded(string Name, string? Charset, Encoding Encoding, bool WithMark)
    {
        public override string ToString() => Name;

        internal RawResponse With(int status, string json)
        {
            byte[] body = [.. WithMark ? Encoding.GetPreamble() : [], .. Encoding.GetBytes(json)];
            var charset = Charset is null ? null : $"; charset={Charset}";
            return RawResponse.Whole($"HTTP/1.1 {status} Status\nContent-Type: application/json{charset}", body);
        }
    }

    /// <summary>Bytes that are no UTF-8.</summary>
    internal sealed record Invalid(string Name, byte[] Bytes)
    {
        public override string ToString() => Name;
    }
}
