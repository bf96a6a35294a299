namespace Amity;

/// <summary>An answer as it came over the wire, its body read to the end.</summary>
internal sealed class AmityAnswer
{
    private readonly string? _reason;

    internal AmityAnswer(int statusCode, string? reason, Uri? location, byte[] body)
    {
        StatusCode = statusCode;
        _reason = reason;
        Location = location;
        Body = body;
    }

    internal int StatusCode { get; }

    internal Uri? Location { get; }

    internal byte[] Body { get; }

    internal bool IsSuccess => StatusCode is >= 200 and < 300;

    internal bool IsRedirect => StatusCode is >= 300 and < 400;

    /// <summary>What the service says of a call that it refused.</summary>
    internal AmityApiException Refusal(AmityRequest request)
    {
        var error = AmityJson.ReadError(Body);
        return new AmityApiException(request, StatusCode, error?.Message ?? _reason ?? "refused", error, AmityJson.Text(Body));
    }
}
