namespace Amity.Tests.Faults;

/// <summary>What a caller sees of one attempt that failed.</summary>
internal sealed record Failure(Type Type, AmityTransportFailure? Kind = null, int? StatusCode = null, AmityErrorCategory? Category = null)
{
    public static Failure Wire(AmityTransportFailure kind) => new(typeof(AmityTransportException), kind);

    public static Failure Api(int statusCode, AmityErrorCategory category) => new(typeof(AmityApiException), null, statusCode, category);

    public static Failure RateLimit { get; } = new(typeof(AmityRateLimitException), null, 429, AmityErrorCategory.RateLimited);

    public static Failure SaysNo { get; } = Api(200, AmityErrorCategory.FailedOperation);

    public static Failure Of(AmityException exception) => exception switch
    {
        AmityTransportException wire => Wire(wire.Failure),
        AmityApiException api => new(api.GetType(), null, api.StatusCode, api.Category),
        _ => new(exception.GetType()),
    };

    public override string ToString() => $"{Type.Name} {Kind}{StatusCode} {Category}";
}
