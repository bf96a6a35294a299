using System.Security.Cryptography;
using System.Text;
using Amity.Tests.Unit.Json;
using Newtonsoft.Json;

namespace Amity.Tests.Unit.Rooms;

/// <summary>The watch-time report is signed by the documented recipe.</summary>
public sealed class WatchTimeTests
{
    private static readonly DateTimeOffset Start = new(2021, 3, 10, 10, 7, 16, 127, TimeSpan.FromHours(7));

    private static IReadOnlyList<RoomWatch> Watches =>
    [
        new() { RoomId = "r1", StartTime = Start, EndTime = Start.AddSeconds(120), WatchSeconds = 120, SessionId = "room_1" },
        new() { RoomId = "r2", StartTime = Start, EndTime = Start.AddTicks(1), WatchSeconds = 0.5 },
    ];

    [Test]
    public async Task ReportWatchTimeAsync_Signer_GetsTheTextOfTheRecipe()
    {
        var signer = new RecordingSigner();
        var handler = Accepting();

        await TestClient.Rooms(handler).ReportWatchTimeAsync(Watches, signer);

        var sent = JsonLoss.Parse(handler.Requests.Single().Body!);
        // Written out, not computed: the recipe of the vendor's reference, with the nonce and timestamp that went out.
        signer.Texts.Single().Should().Be(
            $"nonceStr={sent["nonceStr"]}&timestamp={sent["timestamp"]}&data="
            + "endTime=2021-03-10T03:09:16.127Z&roomId=r1&sessionId=room_1&startTime=2021-03-10T03:07:16.127Z&watchSeconds=120;"
            + "endTime=2021-03-10T03:07:16.127Z&roomId=r2&startTime=2021-03-10T03:07:16.127Z&watchSeconds=0.5==");
        sent["signature"]!.ToString().Should().Be("signed");
        sent["rooms"].Should().HaveCount(2);
    }

    [Test]
    public async Task ReportWatchTimeAsync_WhatIsSigned_IsWhatIsSent()
    {
        var signer = new RecordingSigner();
        var handler = Accepting();

        await TestClient.Rooms(handler).ReportWatchTimeAsync(Watches, signer);

        foreach (var signed in signer.Texts.Single().TrimEnd('=').Split('&', ';').Select(pair => pair.Split('=')[^1]))
        {
            handler.Requests.Single().Body.Should().Contain(signed);
        }
    }

    [Test]
    public async Task ReportWatchTimeAsync_RsaKey_SignatureVerifiesWithThePublicKey()
    {
        using var key = RSA.Create(2048);
        using var publicKey = RSA.Create(key.ExportParameters(includePrivateParameters: false));
        var recording = new RecordingSigner(new RsaWatchTimeSigner(key));

        var sent = await SendAsync(recording);

        publicKey.VerifyData(Encoding.UTF8.GetBytes(recording.Texts.Single()), Convert.FromBase64String(sent.Signature!), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Should().BeTrue();
    }

    [Test]
    public async Task ReportWatchTimeAsync_Twice_HasAFreshNonceEachTime()
    {
        var first = await SendAsync(new RecordingSigner());
        var second = await SendAsync(new RecordingSigner());

        first.NonceStr.Should().NotBe(second.NonceStr);
        first.NonceStr!.Length.Should().BeInRange(16, 50);
    }

    [Test]
    public async Task ReportWatchTimeAsync_Timestamp_IsNow()
    {
        var before = DateTimeOffset.UtcNow;

        var sent = await SendAsync(new RecordingSigner());

        sent.Timestamp.Should().BeAfter(before.AddMilliseconds(-1)).And.BeOnOrBefore(DateTimeOffset.UtcNow);
    }

    [Test]
    public async Task ReportWatchTimeAsync_Body_IsWhatTheSpecAsksFor()
    {
        var handler = Accepting();

        await TestClient.Rooms(handler).ReportWatchTimeAsync(Watches, new RecordingSigner());

        SchemaCheck.Validate("WatchTimeReport", handler.Requests.Single().Body!).Should().BeEmpty();
    }

    [Test]
    public async Task ReportWatchTimeAsync_IncompleteEntry_IsRejectedBeforeItIsSigned()
    {
        var signer = new RecordingSigner();
        var handler = new ScriptedHandler();
        var rooms = TestClient.Rooms(handler);

        await rooms.Invoking(r => r.ReportWatchTimeAsync([.. Watches, new RoomWatch { RoomId = "r3" }], signer)).Should().ThrowAsync<ArgumentException>().WithParameterName("rooms[2].StartTime");
        await rooms.Invoking(r => r.ReportWatchTimeAsync([], signer)).Should().ThrowAsync<ArgumentException>().WithParameterName("rooms");
        await rooms.Invoking(r => r.ReportWatchTimeAsync(null!, signer)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("rooms");
        await rooms.Invoking(r => r.ReportWatchTimeAsync(Watches, null!)).Should().ThrowAsync<ArgumentNullException>().WithParameterName("signer");
        signer.Texts.Should().BeEmpty();
        handler.Requests.Should().BeEmpty();
    }

    private static ScriptedHandler Accepting() => new ScriptedHandler().Response("""{"ok":true}""");

    private static async Task<WatchTimeReport> SendAsync(IWatchTimeSigner signer)
    {
        var handler = Accepting();
        await TestClient.Rooms(handler).ReportWatchTimeAsync(Watches, signer);
        return JsonConvert.DeserializeObject<WatchTimeReport>(handler.Requests.Single().Body!)!;
    }

    private sealed class RecordingSigner(IWatchTimeSigner? inner = null) : IWatchTimeSigner
    {
        internal List<string> Texts { get; } = [];

        public Task<string> SignAsync(string text, CancellationToken cancellationToken)
        {
            Texts.Add(text);
            return inner?.SignAsync(text, cancellationToken) ?? Task.FromResult("signed");
        }
    }
}
