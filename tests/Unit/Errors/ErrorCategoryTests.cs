
namespace Amity.Tests.Unit.Errors;

/// <summary>What a rejection means, by its status and code.</summary>
public sealed class ErrorCategoryTests
{
    private static IEnumerable<TestCaseData> Categories =>
    [
        new(400, 400000, AmityErrorCategory.InvalidRequest),
        new(400, null, AmityErrorCategory.InvalidRequest),
        new(413, 500000, AmityErrorCategory.InvalidRequest),
        new(422, 500000, AmityErrorCategory.InvalidRequest),
        new(500, 500000, AmityErrorCategory.ServiceFailure),
        new(502, null, AmityErrorCategory.ServiceFailure),
        new(503, null, AmityErrorCategory.ServiceFailure),
        new(408, null, AmityErrorCategory.ServiceFailure),
        // One code, three meanings: the status tells the first two, only the text the third, a ban from the network.
        new(401, 400100, AmityErrorCategory.Unauthorized),
        new(403, 400100, AmityErrorCategory.Forbidden),
        new(400, 400100, AmityErrorCategory.InvalidRequest),
        new(401, null, AmityErrorCategory.Unauthorized),
        new(403, 400300, AmityErrorCategory.Forbidden),
        new(403, 400301, AmityErrorCategory.Forbidden),
        new(403, 400312, AmityErrorCategory.Forbidden),
        new(403, 400306, AmityErrorCategory.UsersRejected),
        new(403, 400315, AmityErrorCategory.Conflict),
        new(409, 400409, AmityErrorCategory.Conflict),
        new(404, 400400, AmityErrorCategory.NotFound),
        new(404, null, AmityErrorCategory.NotFound),
        new(429, 400311, AmityErrorCategory.RateLimited),
        new(429, null, AmityErrorCategory.RateLimited),
        new(429, 400323, AmityErrorCategory.QuotaUsedUp),
        new(403, 400323, AmityErrorCategory.QuotaUsedUp),
        new(402, 123456, AmityErrorCategory.Other),
        new(302, null, AmityErrorCategory.Other),
    ];

    [TestCaseSource(nameof(Categories))]
    public async Task Rejection_StatusAndCode_TellItsCategory(int status, int? code, AmityErrorCategory expected)
    {
        var failure = await FailAsync(status, code is null ? "{}" : $$"""{"status":"error","code":{{code}},"message":"No."}""");

        failure.Category.Should().Be(expected);
        (failure.ErrorCode?.Value).Should().Be(code);
        failure.StatusCode.Should().Be(status);
    }

    [Test]
    public async Task QuotaUsedUp_WithStatus429_IsNotSentAgain()
    {
        var handler = new ScriptedHandler().Response(429, """{"code":400323}""");

        await FaultyClient.Rooms(handler, new SkippingTime()).Invoking(rooms => rooms.GetRoomAsync("r")).Should().ThrowAsync<AmityRateLimitException>();

        handler.Requests.Should().HaveCount(1);
    }

    [Test]
    public void ErrorCodes_WithNames_AreTheNumbersOfTheService()
    {
        var named = typeof(AmityErrorCode).GetProperties().Where(property => property.PropertyType == typeof(AmityErrorCode))
            .ToDictionary(property => property.Name, property => ((AmityErrorCode)property.GetValue(null)!).Value);

        named.Should().Contain(new Dictionary<string, int>
        {
            ["BadRequest"] = 400000,
            ["Unauthorized"] = 400100,
            ["Forbidden"] = 400300,
            ["PermissionDenied"] = 400301,
            ["UsersCannotBeBanned"] = 400306,
            ["RateLimited"] = 400311,
            ["GloballyBanned"] = 400312,
            ["AlreadyExists"] = 400315,
            ["QuotaUsedUp"] = 400323,
            ["NotFound"] = 400400,
            ["BotNotAllowed"] = 403998,
            ["VisitorNotAllowed"] = 403999,
            ["Unexpected"] = 500000,
        });
        named.Values.Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task ErrorCode_WithoutAName_IsKeptAsItCame()
    {
        var failure = await FailAsync(418, """{"code":999999}""");

        failure.ErrorCode.Should().Be(new AmityErrorCode(999999));
        (failure.ErrorCode == AmityErrorCode.NotFound).Should().BeFalse();
        (failure.ErrorCode != AmityErrorCode.NotFound).Should().BeTrue();
        failure.ErrorCode.ToString().Should().Be("999999");
        new HashSet<AmityErrorCode> { new(1), new(1), new(2) }.Should().HaveCount(2);
    }

    private static async Task<AmityApiException> FailAsync(int status, string body)
    {
        var rooms = TestClient.Rooms(new ScriptedHandler().Response(status, body));
        return (await rooms.Invoking(r => r.GetRoomAsync("r")).Should().ThrowAsync<AmityApiException>()).Which;
    }
}
