using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Amity.Tests.Hosting.Serialization;

/// <summary>A minimal API takes and returns the models as they are, open enums in its routes and queries included.</summary>
public sealed class MinimalApiTests
{
    private AmitySandbox _sandbox = null!;
    private AmityClient _client = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await AmitySandbox.StartAsync();
        _client = new AmityClient(_sandbox.Address, AmityCredential.Bearer(_sandbox.AdminToken));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_client);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/rooms", async (RoomStatus? status, AmityClient client) =>
            (RoomPage)(await client.Rooms.ListRoomsAsync(new() { Statuses = status is { } only ? [only] : null }).GetPageAsync()).Included!);
        _app.MapGet("/rooms/{roomId}", (string roomId, AmityClient client) => client.Rooms.GetRoomAsync(roomId));
        _app.MapPut("/rooms/{roomId}", (string roomId, UpdateRoomRequest request, AmityClient client) => client.Rooms.UpdateRoomAsync(roomId, request));
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task Room_Returned_IsTheServicesOwnForBothSerializers()
    {
        var roomId = _sandbox.AddDemoRoom().RoomId;
        var room = await _client.Rooms.GetRoomAsync(roomId);

        var json = await _http.GetStringAsync($"/rooms/{roomId}");

        var fields = JsonDocument.Parse(json).RootElement;
        fields.GetProperty("roomId").GetString().Should().Be(roomId);
        fields.GetProperty("metadata").GetProperty("season").GetInt32().Should().Be(2);
        fields.TryGetProperty("creator", out _).Should().BeFalse("it belongs to the response, not to the room");
        foreach (var read in new[] { System.Text.Json.JsonSerializer.Deserialize<Room>(json), JsonConvert.DeserializeObject<Room>(json) })
        {
            read!.ToString().Should().Be(System.Text.Json.JsonSerializer.Deserialize<Room>(System.Text.Json.JsonSerializer.Serialize(room))!.ToString());
        }
    }

    [Test]
    public async Task Request_Bound_IsSentAsItCame()
    {
        var roomId = _sandbox.AddRoom(room => room.Title = "Rehearsal").RoomId;
        using var body = new StringContent("""{"title":"Premiere","metadata":{"take":2.50}}""", Encoding.UTF8, "application/json");

        using var response = await _http.PutAsync(new Uri($"/rooms/{roomId}", UriKind.Relative), body);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var room = await response.Content.ReadFromJsonAsync<Room>();
        room!.Title.Should().Be("Premiere");
        room.Metadata!["take"].Should().BeOfType<JsonElement>().Which.GetRawText().Should().Be("2.50");
        _sandbox.FindRoom(roomId)!.Title.Should().Be("Premiere");
    }

    [Test]
    public async Task Request_MadeByTheClientsModels_IsBoundToEqualOnes()
    {
        var roomId = _sandbox.AddRoom().RoomId;
        var request = new UpdateRoomRequest { Title = "Premiere", Metadata = new Dictionary<string, object?> { ["a"] = new[] { 1, 2 }, ["b"] = null } };

        using var response = await _http.PutAsJsonAsync($"/rooms/{roomId}", request);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var room = await _client.Rooms.GetRoomAsync(roomId);
        room.Title.Should().Be("Premiere");
        FreeJson.Of(room.Metadata).Should().Be("""{"a":[1,2],"b":null}""");
    }

    [TestCase("live", 1)]
    [TestCase("idle", 2)]
    [TestCase("not-known-yet", 0)]
    public async Task Page_FilteredByAnOpenEnumOfTheQuery_IsReturnedWithItsJoins(string status, int count)
    {
        foreach (var each in new[] { "live", "idle", "idle" })
        {
            _sandbox.AddRoom(room => room.Status = each);
        }

        using var response = await _http.GetAsync(new Uri($"/rooms?status={status}", UriKind.Relative));

        if (count == 0)
        {
            // The service rejects it: it came as far as that.
            response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
            return;
        }

        var page = await response.Content.ReadFromJsonAsync<RoomPage>();
        page!.Rooms.Should().HaveCount(count).And.OnlyContain(room => room.Status == status && room.Creator != null);
    }
}
