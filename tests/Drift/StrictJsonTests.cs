using System.Text;
using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>JSON is what the standard says, as for the client.</summary>
internal sealed class StrictJsonTests : DriftTest
{
    [TestCase("""{"rooms":[{"roomId":"ID"},]}""")]
    [TestCase("""{"rooms":[{"roomId":"ID"}],}""")]
    [TestCase("""{'rooms':[{'roomId':'ID'}]}""")]
    [TestCase("""{rooms:[{"roomId":"ID"}]}""")]
    [TestCase("""{"rooms":[{"roomId":"ID","durationSeconds":NaN}]}""")]
    [TestCase("""{"rooms":[{"roomId":"ID","durationSeconds":Infinity}]}""")]
    [TestCase("""{"rooms":[{"roomId":"ID","durationSeconds":0x65}]}""")]
    [TestCase("""{"rooms":[{"roomId":"ID","durationSeconds":01}]}""")]
    [TestCase("""{"rooms":[{"roomId":"ID","durationSeconds":1.}]}""")]
    [TestCase("""{"rooms":[{"roomId":"ID"}]} {}""")]
    [TestCase("""{"rooms":[{"roomId":"ID"}]} // done""")]
    [TestCase("""{"rooms":[{"roomId":"ID"}]""")]
    [TestCase("""{"rooms":[{"roomId":"ID","title":undefined}]}""")]
    [TestCase("<html>")]
    public async Task Check_TextThatIsNotJson_IsFound(string body)
    {
        var outcome = await CheckRoomAsync(response => response.Text = body.Replace("ID", Room.RoomId));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal("notJson getRoom  status 200 has a body that is not JSON");
    }

    [Test]
    public async Task Check_OtherEncodingThanUtf8_IsFound()
    {
        var outcome = await CheckRoomAsync(response =>
        {
            response.Body = Encoding.Unicode.GetBytes(response.Text);
            response.Headers["Content-Type"] = "application/json; charset=utf-16";
        });

        outcome.Findings.Should().Equal("notJson getRoom  status 200 has a body that is not JSON");
    }

    [Test]
    public async Task Check_EmptyBody_IsFound() =>
        (await CheckRoomAsync(response => response.Body = [])).Findings.Should().Equal("notJson getRoom  status 200 has a body that is empty");

    [Test]
    public async Task Check_DeepJson_IsFoundAsSuch() =>
        (await CheckRoomAsync(response => response.Text = new string('[', 5000) + new string(']', 5000))).Findings
            .Should().Equal("notJson getRoom  status 200 has a body that is nested deeper than 64");

    [Test]
    public async Task Check_MoreValuesThanTheClientTakes_IsFoundAsSuch()
    {
        var fits = await CheckRoomAsync(response => response.Text = RoomsOf(500_000));
        var exceeds = await CheckRoomAsync(response => response.Text = RoomsOf(500_001));

        fits.Findings.Should().NotContain(finding => finding.StartsWith("notJson", StringComparison.Ordinal));
        exceeds.Findings.Should().Equal("notJson getRoom  status 200 has a body that has more than 500000 values");
    }

    [Test]
    public async Task Check_TextThatIsNotUtf8_IsFound()
    {
        var outcome = await CheckRoomAsync(response => response.Body =
            Encoding.Latin1.GetBytes(response.Text.Replace("\"title\":", "\"description\":\"caf\u00e9\",\"title\":")));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal("notJson getRoom  status 200 has a body that is not UTF-8");
    }

    [Test]
    public async Task Check_WhatTheClientReads_IsNoFinding()
    {
        var outcome = await CheckRoomAsync(response => response.Body =
        [
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(response.Text.Replace("\"title\":", "\"description\":\"\\ud83d\",\"title\":")),
        ]);

        outcome.Findings.Should().BeEmpty();
        outcome.ExitCode.Should().Be(0, outcome.Error);
    }

    [TestCase("flagCount", "53687091200000000000000", "limitExceeded getRoom users[].flagCount a number beyond 64 bits")]
    [TestCase("flagCount", "9223372036854775808", "limitExceeded getRoom users[].flagCount a number beyond 64 bits")]
    [TestCase("flagCount", "1e999", "limitExceeded getRoom users[].flagCount a number beyond 64 bits")]
    [TestCase("flagCount", "1.5", "typeChange getRoom users[].flagCount integer expected, number seen")]
    [TestCase("displayName", "53687091200000000000000", "typeChange getRoom users[].displayName string expected, number seen")]
    public async Task Check_NumberThatDoesNotFit_IsFound(string field, string number, string finding)
    {
        var outcome = await CheckRoomAsync(response =>
        {
            response.ChangeJson(json => json["users"]![0]![field] = "NUMBER");
            response.Text = response.Text.Replace("\"NUMBER\"", number);
        });

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal(finding);
    }

    [Test]
    public async Task Check_SizeBeyond64Bits_IsFound()
    {
        var outcome = await CheckRoomAsync(response => response.ChangeJson(json =>
            json["files"] = JsonNode.Parse("""[{"fileId":"f","attributes":{"size":53687091200000000000000}}]""")));

        outcome.Findings.Should().Equal("limitExceeded getRoom files[].attributes.size a number beyond 64 bits");
    }

    [Test]
    public async Task Check_ErrorCodeBeyond64Bits_IsFound()
    {
        var outcome = await CheckChangedAsync("getRoom", response => response.Text = response.Status == 404
            ? """{"status":"error","code":53687091200000000000000,"message":"Not found."}"""
            : response.Text);

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal("limitExceeded getRoom code a number beyond 64 bits");
    }

    [TestCase("2025-02-30T10:00:00.000Z", "an instant that does not exist")]
    [TestCase("2025-03-01T24:00:00.000Z", "an instant that does not exist")]
    [TestCase("2025-03-01T10:00:00.000000Z", "written as 0000-00-00T00:00:00.000000Z")]
    public async Task Check_InstantThatNoClientReads_IsFound(string instant, string detail)
    {
        var outcome = await CheckRoomAsync(response => response.ChangeJson(json => json["rooms"]![0]!["createdAt"] = instant));

        outcome.Findings.Should().Equal($"dateFormat getRoom rooms[].createdAt {detail}");
    }

    [TestCase("x-y")]
    [TestCase("ns:live")]
    [TestCase("live2")]
    public async Task Check_NameWithASign_IsNamed(string name)
    {
        var outcome = await CheckRoomAsync(response => response.ChangeJson(json =>
        {
            json["rooms"]![0]![name] = true;
            json["rooms"]![0]!["status"] = name;
        }));

        outcome.Findings.Should().Equal(
            $"newField getRoom rooms[].{name} boolean that the contract lacks",
            $"newEnumValue getRoom rooms[].status {name}");
    }

    // The list of rooms is one value, and its entries are the others.
    private static string RoomsOf(int values) => $$"""{"rooms":[{{string.Join(',', Enumerable.Repeat("[]", values - 1))}}]}""";

    // A response about the room that is read, as the other ones are rejections.
    private Task<CheckOutcome> CheckRoomAsync(Action<RelayedResponse> change) => CheckChangedAsync("getRoom", response =>
    {
        if (response.Status == 200)
        {
            change(response);
        }
    });
}
