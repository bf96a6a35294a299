using System.Collections.Concurrent;
using System.Net;

namespace Amity.Tests.Sandbox.Page;

/// <summary>The sandbox's root is a page to read the contract on, and to send requests to the sandbox from.</summary>
public sealed class ReferencePageTests
{
    private readonly ConcurrentQueue<SandboxExchange> _exchanges = [];
    private Chromium _chromium = null!;
    private AmitySandbox _sandbox = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _chromium = await Chromium.StartAsync();
        _sandbox = await AmitySandbox.StartAsync(new AmitySandboxOptions { Observer = _exchanges.Enqueue });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _sandbox.DisposeAsync();
        await _chromium.DisposeAsync();
    }

    [SetUp]
    public void Reset()
    {
        _sandbox.Reset();
        _exchanges.Clear();
    }

    [Test]
    public async Task Page_InABrowserWithoutInternet_ShowsEveryOperationAndNoToolbar()
    {
        await using var page = await ReferencePage.OpenAsync(_chromium, _sandbox.Address);

        var text = await page.TextAsync();

        Spec.Operations.Should().HaveCountGreaterThanOrEqualTo(14);
        text.Should().ContainAll(Spec.Operations.Values.Select(entry => entry.Operation.Summary.TrimEnd('.')));
        text.Should().NotContainAny("Share", "Generate SDK", "Deploy", "Open API Client");
    }

    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    public async Task Page_SendPressed_ShowsTheRoomsOfTheSandbox(string host)
    {
        _sandbox.AddRoom(room => (room.RoomId, room.Title, room.Type, room.Status) = ("kitchen", "Soup of the day", "coHosts", "live"));
        await using var page = await ReferencePage.OpenAsync(_chromium, new UriBuilder(_sandbox.Address) { Host = host }.Uri);

        var shown = await page.SendAsync("listRooms");

        shown.Should().Contain("200 OK").And.Contain("Soup of the day");
        _exchanges.Should().ContainSingle(exchange => exchange.OperationId == "listRooms")
            .Which.ResponseBody.Should().Contain("Soup of the day");
    }

    [Test]
    public async Task Page_EveryExampleSent_SucceedsAtTheSandboxAndContactsNoOtherHost()
    {
        await using var page = await ReferencePage.OpenAsync(_chromium, _sandbox.Address);

        foreach (var operationId in Spec.Operations.Keys)
        {
            _sandbox.Reset();
            _sandbox.AddExamples();
            await page.SendAsync(operationId);
        }

        _exchanges.Where(exchange => exchange.OperationId is not null).Select(exchange => $"{exchange.OperationId} {exchange.Status}")
            .Should().Equal(Spec.Operations.Keys.Select(operationId => $"{operationId} {Spec.SuccessOf(operationId)}"));
        page.Requested.Select(address => address.Authority).Distinct().Should().Equal(_sandbox.Address.Authority);
    }

    [TestCase("nothing")]
    [TestCase("openapi")]
    [TestCase("amity")]
    public async Task OtherAddresses_BesideTheRoot_AreStillNotFound(string path)
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Address };

        using var response = await http.GetAsync(path);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
