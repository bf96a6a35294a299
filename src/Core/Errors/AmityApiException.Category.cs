namespace Amity;

// What a rejection means, by its status and code together.
public partial class AmityApiException
{
    // A code alone is not enough: 500000 is also validation, and 400100 has three meanings.
    private static AmityErrorCategory CategoryOf(int statusCode, AmityErrorCode? code) => statusCode switch
    {
        _ when code == AmityErrorCode.QuotaUsedUp => AmityErrorCategory.QuotaUsedUp,
        >= 200 and < 300 => AmityErrorCategory.FailedOperation,
        400 or 413 or 422 => AmityErrorCategory.InvalidRequest,
        401 => AmityErrorCategory.Unauthorized,
        403 when code == AmityErrorCode.UsersCannotBeBanned => AmityErrorCategory.UsersRejected,
        403 when code == AmityErrorCode.AlreadyExists => AmityErrorCategory.Conflict,
        403 => AmityErrorCategory.Forbidden,
        404 => AmityErrorCategory.NotFound,
        409 => AmityErrorCategory.Conflict,
        429 => AmityErrorCategory.RateLimited,
        408 or >= 500 => AmityErrorCategory.ServiceFailure,
        _ => AmityErrorCategory.Other,
    };
}
