using System.Text;
using Amity.Tests.Faults;

namespace Amity.Tests.Shapes;

/// <summary>Multipart bodies, as ASP.NET's own reader of forms reads them; and what becomes of the caller's streams.</summary>
internal sealed class MultipartTests : ShapeTest
{
    protected override int MaxRetries => 2;

    [Test]
    public async Task File_WithNameAndType_IsRead()
    {
        Server.Reply(Reply.Json("""{"id":"f"}"""));
        byte[] content = [0, 255, 13, 10, 45, 45];

        var file = await Client.Uploads.UploadFileAsync(new() { File = new AmityUpload(new MemoryStream(content), "a b.png", "image/png; v=1") });

        file.Id.Should().Be("f");
        var form = await Server.Request.ReadFormAsync();
        var part = form.Files.Should().ContainSingle().Subject;
        (part.Name, part.FileName, part.ContentType).Should().Be(("file", "a b.png", "image/png; v=1"));
        Bytes(part.OpenReadStream()).Should().Equal(content);
        form.Keys.Should().BeEmpty();
        Server.Request.Method.Should().Be("POST");
    }

    [Test]
    public async Task Boundary_InTheHeader_HasNoQuotationMarks()
    {
        await UploadAsync(new() { File = Upload("x") });

        Server.Request.Headers.ContentType.ToString().Should().MatchRegex("^multipart/form-data; boundary=[0-9a-f]{32}$");
        Server.Request.Headers.ContentLength.Should().Be(Server.Request.Body.Length);
    }

    [TestCase("größe-名前-🎈.txt")]
    [TestCase("a;b=c'd%20.txt")]
    public async Task FileName_WithAnyLetters_IsRead(string name)
    {
        await UploadAsync(new() { File = Upload("x", name) });

        (await Server.Request.ReadFormAsync()).Files.Single().FileName.Should().Be(name);
    }

    [Test]
    public async Task FileName_BeyondAscii_IsAlsoSentInTheFormForIt()
    {
        await UploadAsync(new() { File = Upload("x", "größe.txt") });

        Part("file").Should().Contain("filename*=utf-8''gr%C3%B6%C3%9Fe.txt");
    }

    [TestCase("")]
    [TestCase("a/b")]
    [TestCase("a\\b")]
    [TestCase("a\"b")]
    [TestCase("a\r\nb")]
    public void FileName_WithWhatBreaksAHeader_IsRejected(string name)
    {
        var make = () => Upload("x", name);

        make.Should().Throw<ArgumentException>().Which.ParamName.Should().Be("fileName");
    }

    [Test]
    public void Upload_OfNoMediaTypeOrOfAStreamThatIsClosed_IsRejected()
    {
        var closed = new MemoryStream();
        closed.Dispose();

        var ofNoType = () => new AmityUpload(new MemoryStream(), "a", "image");
        var ofAClosedStream = () => new AmityUpload(closed, "a");

        ofNoType.Should().Throw<ArgumentException>().Which.ParamName.Should().Be("contentType");
        ofAClosedStream.Should().Throw<ArgumentException>().Which.ParamName.Should().Be("content");
    }

    [Test]
    public async Task Fields_OfEachKind_AreParts()
    {
        await UploadAsync(new()
        {
            File = Upload("x"),
            PreferredFilename = "é 名前",
            AltText = string.Empty,
            FullImage = false,
            AccessType = UploadFileRequestAccessType.Network,
            Color = new Color("light green"),
            Count = 7,
            Weight = 0.5,
            Day = new DateTime(2026, 3, 6),
            Since = new DateTimeOffset(2026, 3, 6, 1, 0, 0, TimeSpan.FromHours(2)),
            Tags = ["a", "b"],
            Levels = [1, 2],
            Receipt = new() { Id = "é", Count = 1 },
            Receipts = [new() { Id = "a" }, new() { Id = "b" }],
            Labels = new Dictionary<string, string> { ["a"] = "b" },
            Metadata = new Dictionary<string, object?> { ["a"] = new object?[] { 1, null } },
            AdditionalProperties = { ["more"] = "text", ["sentOn"] = FullObject.Free("\"é\""), ["deep"] = new[] { 1 } },
        });

        var form = await Server.Request.ReadFormAsync();
        form.ToDictionary(field => field.Key, field => string.Join('|', field.Value!)).Should().Equal(new Dictionary<string, string>
        {
            ["preferredFilename"] = "é 名前",
            ["altText"] = "",
            ["fullImage"] = "false",
            ["accessType"] = "network",
            ["color"] = "light green",
            ["count"] = "7",
            ["weight"] = "0.5",
            ["day"] = "2026-03-06",
            ["since"] = "2026-03-05T23:00:00.000Z",
            ["tags"] = "a|b",
            ["levels"] = "1|2",
            ["receipt"] = """{"id":"é","count":1}""",
            ["receipts"] = """[{"id":"a"},{"id":"b"}]""",
            ["labels"] = """{"a":"b"}""",
            ["metadata"] = """{"a":[1,null]}""",
            ["more"] = "text",
            ["sentOn"] = "é",
            ["deep"] = "[1]",
        });
        Part("receipt").Should().Contain("Content-Type: application/json");
        Part("altText").Should().NotContain("Content-Type");
    }

    [TestCase("a\"b")]
    [TestCase("a\r\nb")]
    public async Task Field_OfANameThatBreaksAHeader_IsRejected(string name)
    {
        var call = () => UploadAsync(new() { File = Upload("x"), AdditionalProperties = { [name] = "y" } });

        await call.Should().ThrowAsync<ArgumentException>();
        Server.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Files_OfOneName_AreReadInTheirOrder()
    {
        await Client.Uploads.UploadFilesAsync(new() { Files = [Upload("1", "a"), Upload("2", "b"), Upload("", "c")] });

        var files = (await Server.Request.ReadFormAsync()).Files;
        files.Select(file => (file.Name, file.FileName, Encoding.UTF8.GetString(Bytes(file.OpenReadStream()))))
            .Should().Equal(("files", "a", "1"), ("files", "b", "2"), ("files", "c", ""));
    }

    [Test]
    public async Task Files_Optional_AreSentWhenSet()
    {
        var request = new UploadFilesRequest { Files = [Upload("1", "a")] };
        await Client.Uploads.UploadFilesAsync(request);
        request.Thumbnails = [Upload("2", "b")];
        await Client.Uploads.UploadFilesAsync(request);

        (await Task.WhenAll(Server.Requests.Select(sent => sent.ReadFormAsync()))).Select(form => form.Files.Select(file => file.Name)).Should()
            .BeEquivalentTo(new string[][] { ["files"], ["files", "thumbnails"] });
    }

    [Test]
    public async Task Limits_OfFilesAndFields_AreChecked()
    {
        await AssertRejected("request.File", () => Client.Uploads.UploadFileAsync(new()));
        await AssertRejected("request.Files has 0 items; the limit is 1 to 3.", () => Client.Uploads.UploadFilesAsync(new()));
        await AssertRejected(
            "request.Thumbnails has 2 items; the limit is 0 to 1.",
            () => Client.Uploads.UploadFilesAsync(new() { Files = [Upload("1")], Thumbnails = [Upload("2"), Upload("3")] }));
        await AssertRejected("request.Files[1]", () => Client.Uploads.UploadFilesAsync(new() { Files = [Upload("1"), null!] }));
        await AssertRejected(
            "request.Count is 10; the limit is 1 to 9.", () => Client.Uploads.UploadFileAsync(new() { File = Upload("1"), Count = 10 }));
    }

    [Test]
    public async Task Seekable_AfterAFailure_IsSentAgainFromWhereItStood()
    {
        var content = new MemoryStream(Encoding.UTF8.GetBytes("head and body")) { Position = 9 };
        Server.Reply(Reply.Reset, Reply.Empty(503), Reply.Json("{}"));

        await Client.Uploads.UploadFileAsync(new() { File = new AmityUpload(content, "a"), AltText = "t" });

        Server.Requests.Should().HaveCount(3);
        foreach (var request in Server.Requests)
        {
            var form = await request.ReadFormAsync();
            Encoding.UTF8.GetString(Bytes(form.Files.Single().OpenReadStream())).Should().Be("body");
            form["altText"].Should().Equal("t");
        }
    }

    [Test]
    public async Task Seekable_InTwoCalls_IsSentTwice()
    {
        var upload = Upload("body");

        await UploadAsync(new() { File = upload });
        await UploadAsync(new() { File = upload });

        Server.Requests.Select(request => request.Body.Length).Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task Unseekable_OfUnknownLength_IsSent()
    {
        await UploadAsync(new() { File = new AmityUpload(new Unseekable("body"), "a") });

        Bytes((await Server.Request.ReadFormAsync()).Files.Single().OpenReadStream()).Should().Equal("body"u8.ToArray());
        Server.Request.Headers.TransferEncoding.Should().Equal("chunked");
    }

    [Test]
    public async Task Unseekable_AfterAFailure_IsNotSentAgain()
    {
        Server.Reply(Reply.Empty(503));

        var call = () => Client.Uploads.UploadFileAsync(new() { File = new AmityUpload(new Unseekable("body"), "a") });

        var failure = (await call.Should().ThrowAsync<AmityApiException>()).Which;
        (failure.StatusCode, failure.Attempts, failure.MayHaveSucceeded).Should().Be((503, 1, true));
        Server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task Unseekable_AfterARejectedToken_IsNotSentAgain()
    {
        using var client = ClientOf(Renewing());
        Server.Reply(Reply.Error(401, 400100));

        var call = () => client.Uploads.UploadFileAsync(new() { File = new AmityUpload(new Unseekable("body"), "a") });

        (await call.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(401);
        Server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task Seekable_AfterARejectedToken_IsSentAgainWithTheNext()
    {
        using var client = ClientOf(Renewing());
        Server.Reply(Reply.Error(401, 400100), Reply.Json("{}"));

        await client.Uploads.UploadFileAsync(new() { File = Upload("body") });

        Server.Requests.Select(request => request.Headers.Authorization.ToString()).Should().Equal("Bearer token-1", "Bearer token-2");
        Server.Requests.Select(request => request.Body.Length).Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task Unseekable_SentAgainByAHandler_ThrowsAndIsNeverSentEmpty()
    {
        using var handler = new Twice { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
        using var client = ClientOf(AmityCredential.Bearer(Token, new AmityRateLimit(timeProvider: Clock)), handler);

        var call = () => client.Uploads.UploadFileAsync(new() { File = new AmityUpload(new Unseekable("body"), "a") });

        await call.Should().ThrowAsync<InvalidOperationException>();
        Server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task Unseekable_NeverReachedByTheService_IsSentByTheNextCall()
    {
        var upload = new AmityUpload(new Unseekable("body"), "a");
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        var call = () => Client.Uploads.UploadFileAsync(new() { File = upload }, canceled.Token);
        await call.Should().ThrowAsync<OperationCanceledException>();

        await UploadAsync(new() { File = upload });

        Bytes((await Server.Request.ReadFormAsync()).Files.Single().OpenReadStream()).Should().Equal("body"u8.ToArray());
    }

    [Test]
    public async Task Unseekable_UsedBefore_IsRejectedByTheNextCall()
    {
        var upload = new AmityUpload(new Unseekable("body"), "a");
        await UploadAsync(new() { File = upload });

        var again = () => Client.Uploads.UploadFileAsync(new() { File = upload });

        (await again.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().Contain("file").And.Contain("was sent already");
        Server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task Stream_AfterTheCall_IsStillTheCallers([Values] bool isSeekable)
    {
        Stream content = isSeekable ? new MemoryStream("body"u8.ToArray()) : new Unseekable("body");

        await UploadAsync(new() { File = new AmityUpload(content, "a") });

        content.CanRead.Should().BeTrue();
        content.Invoking(stream => stream.ReadByte()).Should().NotThrow();
    }

    [Test]
    public async Task Stream_ThatBreaksWhileItIsRead_ThrowsToTheCallerAtOnce([Values] bool isAboutFiles)
    {
        Exception thrown = isAboutFiles ? new IOException("The disk is gone.") : new NotSupportedException("No.");
        var content = new Breaking(thrown);

        var call = () => Client.Uploads.UploadFileAsync(new() { File = new AmityUpload(content, "a") });

        (await call.Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(thrown);
        content.Reads.Should().Be(2);
    }

    [Test]
    public async Task Stream_ClosedBeforeItIsSent_ThrowsToTheCallerAtOnce()
    {
        var content = new MemoryStream("body"u8.ToArray());
        var upload = new AmityUpload(content, "a");
        content.Dispose();

        var call = () => Client.Uploads.UploadFileAsync(new() { File = upload });

        await call.Should().ThrowAsync<ObjectDisposedException>();
        Server.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Stream_ThatHangs_DoesNotHoldTheCallAndIsNotReadTwiceAtOnce([Values] bool isSeekable)
    {
        var content = new Hanging(Clock, isSeekable);
        var call = () => Client.Uploads.UploadFileAsync(new() { File = new AmityUpload(content, "a") });

        var failure = (await call.Should().ThrowAsync<AmityTransportException>()).Which;

        (failure.Failure, failure.Attempts, content.Reads).Should().Be((AmityTransportFailure.Timeout, 1, 1));
        Server.Requests.Should().BeEmpty();
    }

    private static AmityUpload Upload(string content, string name = "a.txt") => new(new MemoryStream(Encoding.UTF8.GetBytes(content)), name);

    private static byte[] Bytes(Stream stream)
    {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task UploadAsync(UploadFileRequest request)
    {
        Server.Reply(Reply.Json("{}"));
        await Client.Uploads.UploadFileAsync(request);
    }

    /// <summary>The headers and content of a part, as they came in.</summary>
    private string Part(string name) =>
        Server.Request.Text.Split("\r\n--").Single(part => part.Contains($"name=\"{name}\"", StringComparison.Ordinal));

    /// <summary>A stream that is read once.</summary>
    private sealed class Unseekable(string content) : MemoryStream(Encoding.UTF8.GetBytes(content))
    {
        public override bool CanSeek => false;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override long Length => throw new NotSupportedException();
    }

    /// <summary>A stream whose content never comes, whatever the token says.</summary>
    private sealed class Hanging(PromptClock clock, bool isSeekable) : MemoryStream
    {
        public int Reads { get; private set; }

        public override bool CanSeek => isSeekable;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Reads++;
            clock.EndAttempt();
            return new TaskCompletionSource<int>().Task;
        }
    }

    /// <summary>Sends every request twice, as a handler that repeats on its own may do.</summary>
    private sealed class Twice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var first = await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A stream whose second read fails.</summary>
    private sealed class Breaking(Exception thrown) : MemoryStream("body"u8.ToArray())
    {
        public int Reads { get; private set; }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ++Reads == 1 ? base.ReadAsync(buffer, offset, 2, cancellationToken) : throw thrown;
    }
}
