namespace Amity.Sandbox.Wire;

/// <summary>One finding of automatic moderation.</summary>
internal sealed record ModerationLabel(string Category, double Threshold, DateTimeOffset DetectedAt);
