namespace Amity.Tests.Shapes;

/// <summary>Each kind of value, list and object in a query, as it stands in the request line.</summary>
internal sealed class QueryTests : ShapeTest
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 6, 20, 15, 30, 250, TimeSpan.FromHours(2));

    private static readonly DateTime Day = new(2026, 3, 6);

    [Test]
    public async Task Scalars_OfEachKind_AreSentUnderTheirNames()
    {
        await Client.Queries.FindByScalarsAsync(new()
        {
            Keyword = "a b&c=d+é😀",
            IsDeleted = true,
            Skip = 7,
            Segment = -9_007_199_254_740_993,
            Radius = 1.5,
            Day = Day,
            Since = Evening,
            SortBy = FindByScalarsSortBy.LastCreated,
            Color = Color.DarkBlue,
            UserId = "a/b",
            ContinuationToken = "t+/=",
        });

        Server.Request.Target.Should().Be(
            "/query/scalars?keyword=a%20b%26c%3Dd%2B%C3%A9%F0%9F%98%80&isDeleted=true&skip=7&segment=-9007199254740993&radius=1.5&day=2026-03-06"
            + "&since=2026-03-06T18%3A15%3A30.250Z&sortBy=lastCreated&color=dark-blue&userId=a%2Fb&token=t%2B%2F%3D");
        Server.Request.Method.Should().Be("GET");
    }

    [Test]
    public async Task Scalars_NotGiven_AreNotSent()
    {
        await Client.Queries.FindByScalarsAsync();

        Server.Request.Target.Should().Be("/query/scalars");
    }

    [Test]
    public async Task Token_Empty_IsNotSent()
    {
        await Client.Queries.FindByScalarsAsync(new() { IsDeleted = false, ContinuationToken = string.Empty });

        Server.Request.Target.Should().Be("/query/scalars?isDeleted=false");
    }

    [TestCase(0, "0")]
    [TestCase(-0.5, "-0.5")]
    [TestCase(1e300, "1E%2B300")]
    [TestCase(0.1 + 0.2, "0.30000000000000004")]
    public async Task Number_OfAnySize_IsSentExactly(double number, string sent)
    {
        await Client.Queries.FindByScalarsAsync(new() { Radius = number });

        Server.Request.Target.Should().Be($"/query/scalars?radius={sent}");
    }

    [Test]
    public async Task Enum_ThatThisVersionDoesNotName_IsSentAsItIs()
    {
        await Client.Queries.FindByScalarsAsync(new() { Color = new Color("light green") });

        Server.Request.Query.Should().Equal("color=light green");
    }

    [Test]
    public async Task Required_WithoutTheOptional_ComeInTheOrderOfTheSpec()
    {
        await Client.Queries.FindByRequiredAsync("a", 1, Color.Red, ["b", "c"]);

        Server.Request.Target.Should().Be("/query/required?keyword=a&count=1&color=red&roles=b&roles=c");
    }

    [Test]
    public async Task Required_Missing_AreNamed()
    {
        await AssertRejected("keyword", () => Client.Queries.FindByRequiredAsync(null!, 1, Color.Red, []));
        await AssertRejected("roles", () => Client.Queries.FindByRequiredAsync("a", 1, Color.Red, null!));
    }

    [Test]
    public async Task Lists_OfEachKind_RepeatTheirName()
    {
        await Client.Queries.FindByListsAsync(new()
        {
            Tags = ["a b", "c,d"],
            UserIds = ["ann", "ben/x"],
            Colors = [Color.Red, Color.DarkBlue],
            Sizes = [FindByListsSizesItem.Small, FindByListsSizesItem.Large],
            Levels = [1, 5],
            Segments = [long.MinValue, long.MaxValue],
            Weights = [0.5, -1],
            Flags = [true, false],
            Days = [Day, Day.AddDays(1)],
            Instants = [Evening, Evening.AddHours(1)],
        });

        Server.Request.Target.Should().Be(
            "/query/lists?tags=a%20b&tags=c%2Cd&userIds=ann&userIds=ben%2Fx&colors=red&colors=dark-blue&sizes=small&sizes=large&levels=1&levels=5"
            + "&segments=-9223372036854775808&segments=9223372036854775807&weights=0.5&weights=-1&flags=true&flags=false"
            + "&days=2026-03-06&days=2026-03-07&instants=2026-03-06T18%3A15%3A30.250Z&instants=2026-03-06T19%3A15%3A30.250Z");
    }

    [Test]
    public async Task Lists_EmptyOrNotGiven_AreNotSent()
    {
        await Client.Queries.FindByListsAsync(new() { Tags = [], Levels = [] });

        Server.Request.Target.Should().Be("/query/lists");
    }

    [Test]
    public async Task Names_WithBrackets_AreSentAsTheSpecHasThem()
    {
        await Client.Queries.FindByBracketsAsync(
            new() { Roles = ["a", "b"], OptionsLimit = 20, ContinuationToken = "next", DataTypes = [Color.Red, Color.DarkBlue] });

        Server.Request.Target.Should().Be(
            "/query/brackets?roles%5B%5D=a&roles%5B%5D=b&options%5Blimit%5D=20&options%5Btoken%5D=next"
            + "&dataTypes%5Bvalues%5D%5B%5D=red&dataTypes%5Bvalues%5D%5B%5D=dark-blue");
    }

    [Test]
    public async Task Joined_OfEachKind_HaveCommasBetweenEscapedItems()
    {
        await Client.Queries.FindByJoinedAsync(
            new() { Tags = ["a", "b,c", "d e"], Levels = [1, -2], Colors = [Color.Red, Color.DarkBlue], Weights = [1.5, 2] });

        Server.Request.Target.Should().Be("/query/joined?tags=a,b%2Cc,d%20e&levels=1,-2&colors=red,dark-blue&weights=1.5,2");
    }

    [Test]
    public async Task Joined_EmptyOrNotGiven_AreNotSent()
    {
        await Client.Queries.FindByJoinedAsync(new() { Tags = [] });

        Server.Request.Target.Should().Be("/query/joined");
    }

    [Test]
    public async Task Objects_WithEachKindOfField_SendEachInBrackets()
    {
        var filter = new Filter { Keyword = "a b", IsOpen = true, Minimum = -1.5, Color = Color.Red, Roles = ["x", "y"], Levels = [1, 2] };

        await Client.Queries.FindByObjectsAsync(
            filter, new() { Limit = 20, ContinuationToken = "next", After = "z", Range = new() { From = Day, To = Evening } });

        Server.Request.Query.Should().Equal(
            "filter[keyword]=a b", "filter[isOpen]=true", "filter[minimum]=-1.5", "filter[color]=red", "filter[roles][]=x", "filter[roles][]=y",
            "filter[levels][]=1", "filter[levels][]=2", "options[limit]=20", "options[token]=next", "options[after]=z",
            "range[from]=2026-03-06", "range[to]=2026-03-06T18:15:30.250Z");
        Server.Request.Target.Should().StartWith("/query/objects?filter%5Bkeyword%5D=a%20b&");
    }

    [Test]
    public async Task Objects_WithFieldsThatTheSpecDoesNotName_SendThem()
    {
        var filter = new Filter { Keyword = "a", AdditionalProperties = { ["more"] = 1.5, ["isNew"] = true, ["none"] = null, ["a b"] = "c d", ["sentOn"] = FullObject.Free("\"e\""), ["exact"] = FullObject.Free("1.50") } };

        await Client.Queries.FindByObjectsAsync(filter, new() { Range = new() { AdditionalProperties = { ["color"] = Color.DarkBlue } } });

        Server.Request.Query.Should().Equal(
            "filter[keyword]=a", "filter[more]=1.5", "filter[isNew]=true", "filter[a b]=c d", "filter[sentOn]=e", "filter[exact]=1.50", "range[color]=dark-blue");
    }

    [Test]
    public async Task Objects_WithAFieldThatHasNoFormInAQuery_AreRejected([Values("[1]", "{}")] string deep)
    {
        var filter = new Filter { Keyword = "a", AdditionalProperties = { ["deep"] = FullObject.Free(deep) } };

        await AssertRejected("filter[deep]", () => Client.Queries.FindByObjectsAsync(filter));
    }

    [Test]
    public async Task Objects_NotGiven_AreNotSent()
    {
        await Client.Queries.FindByObjectsAsync(new() { Keyword = "a" });

        Server.Request.Query.Should().Equal("filter[keyword]=a");
    }

    [Test]
    public async Task ObjectLists_OfSeveral_NumberThem()
    {
        await Client.Queries.FindByTargetsAsync(
            [new() { TargetId = "a", TargetType = TargetTargetType.Community }, new() { TargetId = "b" }],
            new() { Others = [new() { TargetId = "c/d" }] });

        Server.Request.Query.Should().Equal(
            "targets[0][targetId]=a", "targets[0][targetType]=community", "targets[1][targetId]=b", "others[0][targetId]=c/d");
        Server.Request.Target.Should().StartWith("/query/object-lists?targets%5B0%5D%5BtargetId%5D=a&");
    }

    [Test]
    public async Task ObjectLists_WithFieldsThatTheSpecDoesNotName_SendThem()
    {
        await Client.Queries.FindByTargetsAsync([new() { TargetId = "a" }, new() { TargetId = "b", AdditionalProperties = { ["more"] = 1 } }]);

        Server.Request.Query.Should().Equal("targets[0][targetId]=a", "targets[1][targetId]=b", "targets[1][more]=1");
    }

    [Test]
    public async Task ObjectLists_NotGiven_AreNotSent()
    {
        await Client.Queries.FindByTargetsAsync([new() { TargetId = "a" }]);

        Server.Request.Query.Should().Equal("targets[0][targetId]=a");
    }
}
