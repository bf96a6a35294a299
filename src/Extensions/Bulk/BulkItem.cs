namespace Amity;

/// <summary>One id of a bulk call and how it ended.</summary>
public sealed class BulkItem
{
    internal BulkItem(string userId) => UserId = userId;

    /// <summary>The id as the caller gave it.</summary>
    public string UserId { get; }

    /// <summary>How it ended.</summary>
    public BulkOutcome Outcome { get; internal set; }

    /// <summary>Why it was rejected, or why its outcome is unknown; null otherwise.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>The id and its outcome.</summary>
    public override string ToString() => $"{UserId}: {Outcome}";
}
