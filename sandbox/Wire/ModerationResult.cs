namespace Amity.Sandbox.Wire;

/// <summary>What automatic moderation saw in a room.</summary>
internal sealed record ModerationResult
{
    public IReadOnlyList<ModerationLabel> FlagLabels { get; init; } = [];

    public IReadOnlyList<ModerationLabel> TerminateLabels { get; init; } = [];

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>One finding of automatic moderation.</summary>
internal sealed record ModerationLabel(string Category, double Threshold, DateTimeOffset DetectedAt);
