using System.Text.Json;

namespace Amity.Tests.Shapes;

/// <summary>Any number of ids is sent in requests that any server takes, in order, and their responses become one.</summary>
internal sealed class BatchTests : ShapeTest
{
    /// <summary>What the spec allows in one request.</summary>
    private const int MostIds = 100;

    /// <summary>What a list may take of an address.</summary>
    private const int MostCharacters = 6000;

    private static readonly Case[] Lists =
    [
        new("1 id", 1, number => $"user-{number}", Requests: 1),
        new("100 ids", 100, number => $"user-{number}", Requests: 1),
        new("101 ids", 101, number => $"user-{number}", Requests: 2),
        new("250 ids", 250, number => $"user-{number}", Requests: 3),
        new("100 ids of 50 characters", 100, number => $"{number}".PadRight(50, 'x'), Requests: 2),
        new("20 ids of 900 characters", 20, number => $"{number}".PadRight(900, 'x'), Requests: 4),
        new("100 ids of 26 emoji", 100, number => Balloons(25) + char.ConvertFromUtf32(0x1F600 + number), Requests: 6),
        new("100 ids to be escaped", 100, number => $"{number}/ &=?#é".PadRight(30, '%'), Requests: 2),
    ];

    private static Reply Found { get; } = new((context, request) =>
    {
        var ids = IdsOf(request);
        return Reply.Json(JsonSerializer.Serialize(new { receipts = ids.Select(id => new { id }) })).WriteAsync(context, request);
    });

    [Test]
    public async Task Ids_OfAnyNumberAndLength_AreSentInOrderAndNoneIsLost([ValueSource(nameof(Lists))] Case list)
    {
        var ids = list.Ids;
        Server.Reply([.. ids.Select(_ => Found)]);

        var read = await Client.Repeats.ListByIdsAsync(ids);

        read.Receipts.Select(receipt => receipt.Id).Should().Equal(ids);
        Server.Requests.SelectMany(IdsOf).Should().Equal(ids);
        Server.Requests.Should().HaveCount(list.Requests).And.OnlyContain(request => IdsOf(request).Count <= MostIds);
        Server.Requests.Select(request => request.Target.Split('?')[1].Length).Should().OnlyContain(length => length <= MostCharacters);
    }

    [Test]
    public async Task Ids_WithCommasBetween_AreCutAsWell()
    {
        var ids = Enumerable.Range(0, 250).Select(number => $"{number},").ToList();
        Server.Reply([.. ids.Select(_ => Reply.Json("{}"))]);

        await Client.Repeats.ListByJoinedIdsAsync(ids);

        Server.Requests.Should().HaveCount(3);
        Server.Requests.SelectMany(request => request.Target.Split('=')[1].Split(',')).Select(Uri.UnescapeDataString).Should().Equal(ids);
    }

    [Test]
    public async Task OtherArguments_OfTheCall_GoWithEachRequest()
    {
        Server.Reply(Found, Found);

        await Client.Repeats.ListByIdsAsync([.. Enumerable.Range(0, 101).Select(number => $"{number}")], new() { Type = "a b" });

        Server.Requests.Should().HaveCount(2)
            .And.OnlyContain(request => request.Target.StartsWith("/repeat/batches?type=a%20b&userIds%5B%5D=", StringComparison.Ordinal));
    }

    [Test]
    public async Task OtherArguments_ThatAreLong_LeaveLessRoomForTheIds()
    {
        Server.Reply(Found, Found, Found, Found);

        await Client.Repeats.ListByIdsAsync([.. Enumerable.Range(0, 4).Select(number => $"{number}".PadLeft(900, 'a'))], new() { Type = new string('b', 4500) });

        Server.Requests.Should().HaveCount(4)
            .And.OnlyContain(request => request.Target.Length - request.Target.IndexOf('?') <= MostCharacters);
    }

    [Test]
    public async Task Id_TooLongBesideTheOtherArguments_IsNamedWithTheLimit() =>
        await AssertRejected(
            "userIds[0] takes 915 characters in the address, beside 5506 of other arguments; the limit is 6000.",
            () => Client.Repeats.ListByIdsAsync([new string('a', 900)], new() { Type = new string('b', 5500) }));

    [Test]
    public async Task Responses_OfSeveralRequests_BecomeOne()
    {
        Server.Reply(
            Reply.Json("""{"receipts":[{"id":"a"}],"files":[{"id":"f"}],"counts":{"a":1},"note":"first","new":[1],"old":1}"""),
            Reply.Json("""{"receipts":[],"names":["n"],"counts":{"b":2},"note":"second","new":[2],"more":{"x":1}}"""),
            Reply.Json("""{"receipts":[{"id":"b"}],"files":[{"id":"g"}],"names":["m"]}"""));

        var read = await Client.Repeats.ListByIdsAsync([.. Enumerable.Range(0, 201).Select(number => $"{number}")]);

        read.Receipts.Select(receipt => receipt.Id).Should().Equal("a", "b");
        read.Files.Select(receipt => receipt.Id).Should().Equal("f", "g");
        read.Names.Should().Equal("n", "m");
        read.Counts.Should().Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 });
        read.Note.Should().Be("first");
        FreeJson.Of(read.AdditionalProperties).Should().Be("""{"new":[1,2],"old":1,"more":{"x":1}}""");
    }

    [Test]
    public async Task Request_ThatFails_FailsTheCall()
    {
        Server.Reply(Found, Reply.Error(403, 400300));

        var call = () => Client.Repeats.ListByIdsAsync([.. Enumerable.Range(0, 250).Select(number => $"{number}")]);

        (await call.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(403);
        Server.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Id_TooLongForAnyAddress_IsNamedWithTheLimit()
    {
        await AssertRejected(
            "userIds[150] takes 10815 characters in the address; the limit is 6000.",
            () => Client.Repeats.ListByIdsAsync([.. Enumerable.Range(0, 150).Select(number => $"{number}"), Balloons(900)]));
    }

    [Test]
    public async Task Ids_ThatTheSpecDoesNotAllow_AreRejectedBeforeTheFirstRequest()
    {
        List<string> many = [.. Enumerable.Range(0, 150).Select(number => $"{number}")];

        await AssertRejected("userIds has 0 items; the limit is at least 1.", () => Client.Repeats.ListByIdsAsync([]));
        await AssertRejected("productIds has 0 items; the limit is at least 1.", () => Client.Repeats.ListByJoinedIdsAsync([]));
        await AssertRejected("userIds", () => Client.Repeats.ListByIdsAsync(null!));
        await AssertRejected("userIds[150]", () => Client.Repeats.ListByIdsAsync([.. many, null!]));
        await AssertRejected("userIds[150]", () => Client.Repeats.ListByIdsAsync([.. many, ""]));
        await AssertRejected(
            "userIds[150] has 901 characters; the limit is 1 to 900.", () => Client.Repeats.ListByIdsAsync([.. many, new string('a', 901)]));
    }

    private static string Balloons(int count) => string.Concat(Enumerable.Repeat("🎈", count));

    private static IReadOnlyList<string> IdsOf(ReceivedRequest request) =>
        [.. request.Query.Where(pair => pair.StartsWith("userIds[]=", StringComparison.Ordinal)).Select(pair => pair["userIds[]=".Length..])];

    internal sealed record Case(string Name, int Count, Func<int, string> Id, int Requests)
    {
        public IReadOnlyList<string> Ids => [.. Enumerable.Range(0, Count).Select(Id)];

        public override string ToString() => Name;
    }
}
