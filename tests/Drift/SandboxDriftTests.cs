using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>The drift switch itself.</summary>
internal sealed class SandboxDriftTests : DriftTest
{
    [Test]
    public async Task Add_OneOperation_LeavesTheOthersAlone()
    {
        Sandbox.Drift.Add(SandboxDrift.NewField, "getRoom");

        (await GetAsync($"api/v1/rooms/{Room.RoomId}")).Json["sandboxField"].Should().NotBeNull();
        (await GetAsync("api/v1/rooms")).Json["sandboxField"].Should().BeNull();
    }

    [Test]
    public async Task Add_NoOperation_MeansAll()
    {
        Sandbox.Drift.Add(SandboxDrift.UndocumentedStatus);

        (await GetAsync($"api/v1/rooms/{Room.RoomId}")).Status.Should().Be((HttpStatusCode)203);
        (await GetAsync("api/v1/rooms/nowhere")).Status.Should().Be((HttpStatusCode)418);
    }

    [Test]
    public async Task Add_SeveralKinds_AddUp()
    {
        Sandbox.Drift.Add(SandboxDrift.NewField);
        Sandbox.Drift.Add(SandboxDrift.NewEnumValue, "getRoom");

        var room = (await GetAsync($"api/v1/rooms/{Room.RoomId}")).Json["rooms"]![0]!;

        ((string)room["sandboxField"]!).Should().Be("new");
        ((string)room["status"]!).Should().Be("sandboxUnknown");
    }

    [Test]
    public async Task Clear_AfterDrift_RespondsByTheContractAgain()
    {
        Sandbox.Drift.Add(SandboxDrift.NewField);

        Sandbox.Drift.Clear();

        (await GetAsync("api/v1/rooms")).Json["sandboxField"].Should().BeNull();
    }

    [Test]
    public async Task Reset_AfterDrift_RespondsByTheContractAgain()
    {
        Sandbox.Drift.Add(SandboxDrift.NewField);

        Sandbox.Reset();

        (await GetAsync("api/v1/rooms")).Json["sandboxField"].Should().BeNull();
    }

    [Test]
    public async Task Observer_OfADriftedResponse_SeesTheSandboxsOwn()
    {
        Sandbox.Drift.Add(SandboxDrift.NewField);

        await GetAsync("api/v1/rooms");

        Exchanges.Should().ContainSingle().Which.ResponseBody.Should().NotContain("sandboxField");
    }

    [Test]
    public async Task Fault_OnADriftedResponse_StrikesWhatDrifted()
    {
        Sandbox.Drift.Add(SandboxDrift.NewField);
        Sandbox.Faults.Next(SandboxFault.GzipBody);

        (await GetAsync("api/v1/rooms")).Json["sandboxField"].Should().NotBeNull();
    }

    [Test]
    public void Add_UnknownOperationOrKind_IsRejected()
    {
        FluentActions.Invoking(() => Sandbox.Drift.Add(SandboxDrift.NewField, "flyRoom")).Should().Throw<ArgumentException>().WithMessage("*flyRoom*");
        FluentActions.Invoking(() => Sandbox.Drift.Add((SandboxDrift)99)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private async Task<(HttpStatusCode Status, JsonNode Json)> GetAsync(string path)
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All };
        using var http = new HttpClient(handler) { BaseAddress = Sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sandbox.AdminToken);
        using var response = await http.GetAsync(path);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
