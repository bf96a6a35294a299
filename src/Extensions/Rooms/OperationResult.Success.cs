namespace Amity;

// The service can answer 200 and say in the body that nothing was done.
public sealed partial class OperationResult
{
    internal override AmityApiException? FailureOf(AmityRequest request, int statusCode) =>
        Success == true ? null : new AmityApiException(request, statusCode, "the answer does not say that it succeeded");

    internal override bool Confirm()
    {
        Success = true;
        return true;
    }
}
