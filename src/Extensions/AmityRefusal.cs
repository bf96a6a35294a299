namespace Amity;

/// <summary>What the body and headers of a refusing answer say, with the credential blotted out should the service repeat it.</summary>
internal sealed class AmityRefusal
{
    /// <summary>How much of an answer's body is kept, in characters.</summary>
    internal const int BodyLimit = 8192;

    private readonly AmityToken _secret;

    internal AmityRefusal(ReadOnlySpan<byte> body, TimeSpan? retryAfter, AmityToken secret)
    {
        _secret = secret;
        var error = AmityJson.ReadError(body);
        Code = error?.Code is { } code ? new AmityErrorCode(code) : null;
        Message = WithoutSecret(error?.Message);
        Details = [.. ApiErrorDetails.Read(error).Select(detail => WithoutSecret(detail)!)];
        var text = WithoutSecret(Polyfills.ToText(body))!;
        Body = text.Length > BodyLimit ? text.Substring(0, BodyLimit) : text;
        RetryAfter = retryAfter;
    }

    internal AmityErrorCode? Code { get; }

    internal string? Message { get; }

    internal IReadOnlyList<string> Details { get; }

    internal string Body { get; }

    internal TimeSpan? RetryAfter { get; }

    internal string? WithoutSecret(string? text) => text?.Replace(_secret.Value, "***");
}
