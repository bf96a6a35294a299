namespace Amity;

/// <summary>What the body and headers of a rejecting response say, in a form that is fit to be kept.</summary>
internal sealed class AmityRejection
{
    /// <summary>Most details that are kept.</summary>
    private const int DetailLimit = 100;

    internal AmityRejection()
    {
    }

    /// <summary>Reads a response.</summary>
    /// <param name="body">Its body; null when it could not be read.</param>
    /// <param name="retryAfter">How long it asks to wait.</param>
    /// <param name="redaction">Takes out the credential that the request carried.</param>
    internal AmityRejection(PooledBody? body, TimeSpan? retryAfter, TokenRedaction redaction)
    {
        RetryAfter = retryAfter;
        if (body is null)
        {
            return;
        }

        var error = AmityJson.ReadError(body.Bytes);
        Code = error?.Code is { } code ? new AmityErrorCode(code) : null;
        Message = redaction.Line(error?.Message);
        Details = [.. ApiErrorDetails.Read(error).Take(DetailLimit).Select(redaction.Line).OfType<string>()];
        Body = redaction.Body(body.Bytes);
    }

    internal AmityErrorCode? Code { get; init; }

    internal string? Message { get; init; }

    internal IReadOnlyList<string> Details { get; init; } = [];

    internal string? Body { get; init; }

    internal TimeSpan? RetryAfter { get; init; }
}
