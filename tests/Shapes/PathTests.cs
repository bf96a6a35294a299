namespace Amity.Tests.Shapes;

/// <summary>Each kind of value in a path stays one segment, as it stands in the request line.</summary>
internal sealed class PathTests : ShapeTest
{
    [Test]
    public async Task Ids_WithAnyLetters_StayInTheirSegments()
    {
        await Client.Paths.GetByIdAsync("a/b?c#d%2F", "é 😀\\..");

        Server.Request.Target.Should().Be("/path/ids/a%2Fb%3Fc%23d%252F/friends/%C3%A9%20%F0%9F%98%80%5C..");
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public async Task Ids_ThatAUrlWouldSwallow_AreRejected(string id)
    {
        await AssertRejected("userId", () => Client.Paths.GetByIdAsync(id, "a"));
        await AssertRejected("friendId", () => Client.Paths.GetByIdAsync("a", id));
    }

    [Test]
    public async Task Text_WithSomethingBehindIt_StaysInItsSegment()
    {
        await Client.Paths.GetByTextAsync("a/b.c");

        Server.Request.Target.Should().Be("/path/texts/a%2Fb.c.json");
    }

    [TestCase("")]
    [TestCase("..")]
    [TestCase(null)]
    public async Task Text_ThatAUrlWouldSwallow_IsRejected(string? text) =>
        await AssertRejected("text", () => Client.Paths.GetByTextAsync(text!));

    [Test]
    public async Task Enums_Known_AreSentInTheirWireForm()
    {
        await Client.Paths.GetByEnumAsync(Color.DarkBlue, GetByEnumKind.Comment);

        Server.Request.Target.Should().Be("/path/colors/dark-blue/comment");
    }

    [Test]
    public async Task Enums_ThatThisVersionDoesNotName_StayInTheirSegments()
    {
        await Client.Paths.GetByEnumAsync(new Color("../red"), new GetByEnumKind("a b"));

        Server.Request.Target.Should().Be("/path/colors/..%2Fred/a%20b");
    }

    [Test]
    public async Task Enums_EmptyOrAFolder_AreRejected()
    {
        await AssertRejected("color", () => Client.Paths.GetByEnumAsync(default, GetByEnumKind.Post));
        await AssertRejected("color", () => Client.Paths.GetByEnumAsync(new Color(".."), GetByEnumKind.Post));
    }

    [Test]
    public async Task Numbers_OfEachKind_AreSentExactly()
    {
        await Client.Paths.GetByNumberAsync(-5, long.MinValue, -0.25, true);

        Server.Request.Target.Should().Be("/path/numbers/-5/-9223372036854775808/-0.25/true");
    }

    [Test]
    public async Task Numbers_BeyondTheirLimits_AreRejected()
    {
        await AssertRejected("level", () => Client.Paths.GetByNumberAsync(-6, 0, 0, false));
        await AssertRejected("weight", () => Client.Paths.GetByNumberAsync(0, 0, double.NaN, false));
    }

    [Test]
    public async Task Dates_AndInstants_AreSentInUtc()
    {
        await Client.Paths.GetByDayAsync(new DateTime(2026, 3, 6), new DateTimeOffset(2026, 3, 6, 1, 0, 0, TimeSpan.FromHours(2)));

        Server.Request.Target.Should().Be("/path/days/2026-03-06/2026-03-05T23%3A00%3A00.000Z");
    }

    [Test]
    public async Task Date_WithATimeOfDay_IsRejected() =>
        await AssertRejected("day", () => Client.Paths.GetByDayAsync(new DateTime(2026, 3, 6, 12, 0, 0), default));

    [Test]
    public async Task Parameter_ByReference_IsLikeAnyOther()
    {
        await Client.Paths.DeleteSharedAsync("a b");

        Server.Request.Method.Should().Be("DELETE");
        Server.Request.Target.Should().Be("/path/shared/a%20b");
    }
}
