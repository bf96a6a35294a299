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
    public async Task Page_InABrowserWithoutInternet_ShowsOperationsOfEveryTagAndNoToolbar()
    {
        await using var page = await ReferencePage.OpenAsync(_chromium, _sandbox.Address);

        foreach (var operationId in Spec.Operations.Keys.DistinctBy(Spec.TagOf))
        {
            await page.ShowAsync(operationId);
            (await page.TextAsync()).Should().Contain(Spec.Operations[operationId].Operation.Summary.TrimEnd('.'));
        }

        (await page.TextAsync()).Should().NotContainAny("Share", "Generate SDK", "Deploy", "Open API Client");
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
    public async Task Page_ExampleOfEachMethodAndCredentialSent_SucceedsAtTheSandboxAndContactsNoOtherHost()
    {
        string[] operations = [.. Spec.Operations.Keys.DistinctBy(id => (Spec.Operations[id].Method, Spec.ShapeOf(id).Proof))];
        var requested = new List<Uri>();

        foreach (var operationId in operations)
        {
            _sandbox.Reset();
            _sandbox.AddExamples();

            // Opened anew, because one of them replaces the admin token that a page has.
            await using var page = await ReferencePage.OpenAsync(_chromium, _sandbox.Address);
            await page.SendAsync(operationId);
            requested.AddRange(page.Requested);
        }

        operations.Should().HaveCountGreaterThan(5);
        _exchanges.Where(exchange => exchange.OperationId is not null).Select(exchange => $"{exchange.OperationId} {exchange.Status}")
            .Should().Equal(operations.Select(operationId => $"{operationId} {Spec.SuccessOf(operationId)}"));
        requested.Select(address => address.Authority).Distinct().Should().Equal(_sandbox.Address.Authority);
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
