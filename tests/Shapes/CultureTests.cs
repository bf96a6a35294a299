using System.Globalization;

namespace Amity.Tests.Shapes;

/// <summary>What is sent, and what an error says, is the same whatever the culture of the caller's thread.</summary>
internal sealed class CultureTests : ShapeTest
{
    private static readonly DateTime Day = new(2026, 3, 6);

    private static readonly DateTimeOffset Instant = new(2026, 3, 6, 20, 15, 30, TimeSpan.Zero);

    private static readonly Culture[] Cultures =
    [
        new("ar-SA", "\u061C-", "\u066B", new UmAlQuraCalendar()),
        new("fa-IR", "\u200E\u2212", "\u066B", new PersianCalendar()),
        new("sv-SE", "\u2212", ",", new GregorianCalendar()),
        new("de-DE", "-", ",", new GregorianCalendar()),
        new("th-TH", "-", ".", new ThaiBuddhistCalendar()),
    ];

    [Test]
    public void Culture_OfTheseTests_WritesNumberOrDateInItsOwnWay([ValueSource(nameof(Cultures))] Culture culture) =>
        string.Create(culture.Info, $"{-0.5} {Day:yyyy-MM-dd}").Should().NotBe("-0.5 2026-03-06");

    [Test]
    public async Task Query_InAnyCulture_IsTheSame([ValueSource(nameof(Cultures))] Culture culture)
    {
        await InAsync(
            culture, () => Client.Queries.FindByScalarsAsync(
            new() { Skip = 1_234_567, Segment = -1_234_567, Radius = -1234.5, Day = Day, Since = Instant }));
        await InAsync(culture, () => Client.Queries.FindByListsAsync(new() { Segments = [-1], Weights = [-0.5], Days = [Day], Instants = [Instant] }));
        await InAsync(culture, () => Client.Queries.FindByJoinedAsync(new() { Levels = [-1, 2], Weights = [-0.5, 1.5] }));
        var filter = new Filter { Keyword = "a", Minimum = -0.5, Levels = [-1] };
        await InAsync(culture, () => Client.Queries.FindByObjectsAsync(filter, new() { Range = new() { From = Day } }));

        Server.Requests.Select(request => request.Target).Should().Equal(
            "/query/scalars?skip=1234567&segment=-1234567&radius=-1234.5&day=2026-03-06&since=2026-03-06T20%3A15%3A30.000Z",
            "/query/lists?segments=-1&weights=-0.5&days=2026-03-06&instants=2026-03-06T20%3A15%3A30.000Z",
            "/query/joined?levels=-1,2&weights=-0.5,1.5",
            "/query/objects?filter%5Bkeyword%5D=a&filter%5Bminimum%5D=-0.5&filter%5Blevels%5D%5B%5D=-1&range%5Bfrom%5D=2026-03-06");
    }

    [Test]
    public async Task Path_InAnyCulture_IsTheSame([ValueSource(nameof(Cultures))] Culture culture)
    {
        await InAsync(culture, () => Client.Paths.GetByNumberAsync(-5, -1_234_567, -1234.5, true));
        await InAsync(culture, () => Client.Paths.GetByDayAsync(Day, Instant));

        Server.Requests.Select(request => request.Target).Should().Equal(
            "/path/numbers/-5/-1234567/-1234.5/true", "/path/days/2026-03-06/2026-03-06T20%3A15%3A30.000Z");
    }

    [Test]
    public async Task Headers_InAnyCulture_AreTheSame([ValueSource(nameof(Cultures))] Culture culture)
    {
        await InAsync(culture, () => Client.Headers.PutWithHeadersAsync("key", new() { XCount = -7, XWeight = -1234.5, XDay = Day, XSince = Instant }));
        await InAsync(culture, () => Client.Headers.GetWithCookiesAsync("a", new() { Count = -3 }));

        string[] names = ["x-count", "x-weight", "x-day", "x-since"];
        names.Select(name => Server.Requests[0].Headers[name].ToString()).Should()
            .Equal("-7", "-1234.5", "2026-03-06", "2026-03-06T20:15:30.000Z");
        Server.Requests[1].Headers.Cookie.Should().Equal("_ascSession=a; count=-3");
    }

    [Test]
    public async Task Bodies_InAnyCulture_AreTheSame([ValueSource(nameof(Cultures))] Culture culture)
    {
        Server.Reply(Reply.Echo);
        var sent = new Everything { Whole = -7, Big = -1_234_567, Number = -1234.5, Day = Day, Instant = Instant, Numbers = [-0.5], Days = [Day] };

        var read = await InAsync(culture, () => Client.Bodies.SendEverythingAsync(sent));

        Server.Request.Text.Should().Be(
            """{"day":"2026-03-06","instant":"2026-03-06T20:15:30.000Z","whole":-7,"big":-1234567,"number":-1234.5"""
            + ""","days":["2026-03-06"],"numbers":[-0.5]}""");
        read.Should().BeEquivalentTo(sent);
    }

    [Test]
    public async Task Parts_InAnyCulture_AreTheSame([ValueSource(nameof(Cultures))] Culture culture)
    {
        Server.Reply(Reply.Json("{}"));
        using var content = new MemoryStream([1]);

        var request = new UploadFileRequest { File = new AmityUpload(content, "a"), Count = 7, Weight = -1234.5, Day = Day, Since = Instant };
        await InAsync(culture, () => Client.Uploads.UploadFileAsync(request));

        var form = await Server.Request.ReadFormAsync();
        string[] names = ["count", "weight", "day", "since"];
        names.Select(name => form[name].ToString()).Should().Equal("7", "-1234.5", "2026-03-06", "2026-03-06T20:15:30.000Z");
    }

    [Test]
    public async Task Limits_InAnyCulture_AreWrittenTheSame([ValueSource(nameof(Cultures))] Culture culture)
    {
        await AssertRejected(
            "options.Latitude is -90.5; the limit is -90 to 90.", () => InAsync(culture, () => Client.Limits.GetLimitedAsync(new() { Latitude = -90.5 })));
    }

    /// <summary>Calls in a culture, which ends with this method, as every change of an async method's culture does.</summary>
    private static async Task InAsync(Culture culture, Func<Task> call)
    {
        CultureInfo.CurrentCulture = culture.Info;
        await call();
    }

    /// <inheritdoc cref="InAsync(Culture, Func{Task})" />
    private static async Task<T> InAsync<T>(Culture culture, Func<Task<T>> call)
    {
        CultureInfo.CurrentCulture = culture.Info;
        return await call();
    }

    /// <summary>A culture built by hand, as the machine's own data of cultures is switched off.</summary>
    internal sealed class Culture
    {
        private readonly string _name;

        public Culture(string name, string minus, string point, Calendar calendar)
        {
            _name = name;
            Info.NumberFormat.NegativeSign = minus;
            Info.NumberFormat.NumberDecimalSeparator = point;
            Info.DateTimeFormat.Calendar = new Disguise(calendar);
        }

        public CultureInfo Info { get; } = (CultureInfo)CultureInfo.InvariantCulture.Clone();

        public override string ToString() => _name;
    }

    /// <summary>A calendar that a culture takes for the Gregorian one, the only one that the invariant culture allows.</summary>
    private sealed class Disguise(Calendar calendar) : GregorianCalendar
    {
        public override int GetYear(DateTime time) => calendar.GetYear(time);

        public override int GetMonth(DateTime time) => calendar.GetMonth(time);

        public override int GetDayOfMonth(DateTime time) => calendar.GetDayOfMonth(time);
    }
}
