using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Amity.Tests.Sandbox;

/// <summary>Operations that keep no state in the sandbox.</summary>
internal sealed class SandboxExampleTests
{
    private const string Channel = "api/v3/channels/general";

    private readonly FakeLogCollector _log = new();
    private AmitySandbox _sandbox = null!;
    private HttpClient _http = null!;

    [SetUp]
    public Task StartAsync()
    {
        _log.Clear();
        return StartAsync(respondFromExamples: false);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [TestCase(Channel, 200, """{"channels":[{"channelId":"general","createdBy":"ann"}]}""")]
    [TestCase($"{Channel}/plain", 200, """{"channelId":"general"}""")]
    [TestCase($"{Channel}/topic", 200, "Pasta")]
    [TestCase($"{Channel}/export", 302, "")]
    [TestCase("api/v3/channels", 200, """{"channels":[{"channelId":"general"}],"paging":{}}""")]
    public async Task Read_NoState_RespondsWithTheExampleAndMarksIt(string target, int status, string body)
    {
        using var response = await _http.GetAsync(target);

        ((int)response.StatusCode).Should().Be(status);
        (await response.Content.ReadAsStringAsync()).Should().Be(body);
        response.Headers.GetValues("x-amity-sandbox").Should().Equal("example");
        (response.Headers.Location?.AbsoluteUri).Should().Be(status == 302 ? "https://export.example.com/general" : null);
    }

    [Test]
    public async Task Read_NoStateSeveralTimes_IsLoggedOncePerOperation()
    {
        for (var i = 0; i < 3; i++)
        {
            (await _http.GetAsync(Channel)).Dispose();
            (await _http.GetAsync("api/v3/channels")).Dispose();
        }

        _log.GetSnapshot().Select(record => record.Message).Should().Equal(
            "getChannel keeps no state in the sandbox: it responds with the contract's example.",
            "listChannels keeps no state in the sandbox: it responds with the contract's example.");
    }

    [Test]
    public async Task Read_State_IsNotMarked()
    {
        using var response = await _http.GetAsync("api/v1/rooms");

        response.Headers.Contains("x-amity-sandbox").Should().BeFalse();
        _log.GetSnapshot().Should().BeEmpty();
    }

    [Test]
    public async Task Write_NoState_IsNotImplementedAndSaysWhatToDo()
    {
        using var created = await CreateAsync("""{"channelId":"kitchen"}""");
        using var deleted = await _http.DeleteAsync(Channel);

        created.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
        deleted.StatusCode.Should().Be(HttpStatusCode.NotImplemented);
        (await created.Content.ReadAsStringAsync()).Should().ContainAll("createChannel", "AmitySandbox.Respond", "RespondFromExamples");
    }

    [Test]
    public async Task Write_RespondFromExamples_RespondsWithTheExampleAndMarksIt()
    {
        await StopAsync();
        await StartAsync(respondFromExamples: true);

        using var created = await CreateAsync("""{"channelId":"kitchen"}""");
        using var deleted = await _http.DeleteAsync(Channel);

        (await created.Content.ReadAsStringAsync()).Should().Be("""{"channels":[{"channelId":"general"}]}""");
        created.Headers.GetValues("x-amity-sandbox").Should().Equal("example");
        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task Write_RequestThatTheContractForbids_IsRejectedLikeAnyOther()
    {
        using var tooLong = await CreateAsync("""{"channelId":"a-name-of-more-than-twenty-characters"}""");
        using var missing = await CreateAsync("{}");

        tooLong.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        missing.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Test]
    public async Task Documents_Put_AreWhatReadsRespondWith()
    {
        _sandbox.AddUser("ann", "Ann");
        Put("one", "two", "three");
        _sandbox.Documents.Put("Channel", """{"channelId":"gone","isDeleted":true}""");

        var one = await ReadAsync("api/v3/channels/two");
        var plain = await ReadAsync("api/v3/channels/two/plain");
        var byId = await ReadAsync("api/v3/channels/list?channelIds=three&channelIds=nobody&channelIds=one");
        var first = await ReadAsync("api/v3/channels?limit=2");
        var second = await ReadAsync($"api/v3/channels?limit=2&token={first["paging"]!["next"]}");

        Ids(one).Should().Equal("two");
        ((string?)one["users"]![0]!["displayName"]).Should().Be("Ann");
        ((string?)plain["channelId"]).Should().Be("two");
        Ids(byId).Should().Equal("three", "one");
        Ids(first).Should().Equal("three", "two");
        Ids(second).Should().Equal("one");
        second["paging"]!["next"].Should().BeNull();
    }

    [TestCase("nobody")]
    [TestCase("gone")]
    public async Task Documents_Put_AreAllThatThereIs(string id)
    {
        Put("one");
        _sandbox.Documents.Put("Channel", """{"channelId":"gone","isDeleted":true}""");

        using var response = await _http.GetAsync($"api/v3/channels/{id}");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Respond_WriteThatPutsADocument_KeepsState()
    {
        _sandbox.Respond("createChannel", request =>
        {
            var id = (string)request.Body["channelId"]!;
            _sandbox.Documents.Put("Channel", new JsonObject { ["channelId"] = id, ["createdBy"] = request.UserId }.ToJsonString());
            return SandboxResponse.Documents(id);
        });
        _sandbox.Respond("deleteChannel", request =>
            _sandbox.Documents.Remove("Channel", request.Value("channelId")!)
                ? SandboxResponse.Success
                : SandboxResponse.Error(404, 400400, "No such channel."));

        (await CreateAsync("""{"channelId":"kitchen"}""")).StatusCode.Should().Be(HttpStatusCode.OK);
        Ids(await ReadAsync("api/v3/channels/kitchen")).Should().Equal("kitchen");
        (await _http.DeleteAsync("api/v3/channels/kitchen")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await _http.DeleteAsync("api/v3/channels/kitchen")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task FaultsAndDrift_NoState_WorkAsEverywhere()
    {
        _sandbox.Faults.Next(SandboxFault.TooManyRequests, "getChannel");
        (await _http.GetAsync(Channel)).StatusCode.Should().Be(HttpStatusCode.TooManyRequests);

        Put("one");
        _sandbox.Drift.Add(SandboxDrift.LimitExceeded, "getChannel");
        _sandbox.Documents.Put("Channel", """{"channelId":"one","displayName":"One"}""");
        ((string?)(await ReadAsync("api/v3/channels/one"))["channels"]![0]!["displayName"]).Should().HaveLength(101);
    }

    [Test]
    public async Task Documents_FilterCalledLikeAField_ShowsOnlyWhatFits()
    {
        Put("one");
        _sandbox.Documents.Put("Channel", """{"channelId":"two","createdBy":"ben"}""");

        Ids(await ReadAsync("api/v3/channels?createdBy=ben")).Should().Equal("two");
        var token = (string?)(await ReadAsync("api/v3/channels?limit=1"))["paging"]!["next"];
        using var otherFilter = await _http.GetAsync($"api/v3/channels?limit=1&createdBy=ben&token={token}");
        otherFilter.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [TestCase(SandboxFault.TruncatedBody)]
    [TestCase(SandboxFault.OversizedBody)]
    [TestCase(SandboxFault.ExtraFields)]
    public async Task Faults_StatusThatForbidsABody_SendsOneAllTheSame(SandboxFault fault)
    {
        await StopAsync();
        await StartAsync(respondFromExamples: true);
        _sandbox.Faults.OversizedBytes = 1000;
        _sandbox.Faults.Next(fault, "deleteChannel");

        using var request = new HttpRequestMessage(HttpMethod.Delete, Channel);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private void Put(params IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            _sandbox.Documents.Put("Channel", $$"""{"channelId":"{{id}}","createdBy":"ann"}""");
        }
    }

    private Task<HttpResponseMessage> CreateAsync(string body) =>
        _http.PostAsync("api/v3/channels", new StringContent(body, Encoding.UTF8, "application/json"));

    private async Task<JsonNode> ReadAsync(string target) => JsonNode.Parse(await _http.GetStringAsync(target))!;

    private static IEnumerable<string?> Ids(JsonNode response) => response["channels"]!.AsArray().Select(channel => (string?)channel!["channelId"]);

    private async Task StartAsync(bool respondFromExamples)
    {
        var options = new AmitySandboxOptions
        {
            RespondFromExamples = respondFromExamples,
            LoggerFactory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(_log))),
        };
        _sandbox = await AmitySandbox.StartAsync(options, StatelessContract.Create(), CancellationToken.None);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _sandbox.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _sandbox.AdminToken);
    }
}
