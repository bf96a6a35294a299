namespace Amity;

// The service can respond 200 and say in the body that the report was not taken.
public sealed partial class WatchTimeResult
{
    internal override AmityApiException? FailureOf(AmityRequest request, int statusCode) =>
        Ok == true ? null : new AmityApiException(request, statusCode, "the response does not say that the report was taken");

    internal override bool Confirm()
    {
        Ok = true;
        return true;
    }
}
