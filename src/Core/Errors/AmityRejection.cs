namespace Amity.Core.Errors;

/// <summary>What a rejecting response says, in a form that is fit to be kept.</summary>
internal sealed class AmityRejection
{
    internal AmityErrorCode? Code { get; init; }

    internal string? Message { get; init; }

    internal IReadOnlyList<string> Details { get; init; } = [];

    internal string? Body { get; init; }

    internal TimeSpan? RetryAfter { get; init; }
}
