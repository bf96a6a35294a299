namespace Amity;

// The service can respond 200 and say in the body that nothing was done.
public sealed partial class OperationResult
{
    internal override AmityApiException? FailureOf(AmityRequest request, int statusCode) =>
        Success == true ? null : new AmityApiException(request, statusCode, "the response does not say that it succeeded");

    internal override bool Confirm()
    {
        Success = true;
        return true;
    }
}
