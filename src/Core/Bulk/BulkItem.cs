namespace Amity;

/// <summary>One id of a bulk call and how it ended.</summary>
/// <param name="id">The id as the caller gave it.</param>
/// <param name="outcome">How it ended.</param>
public sealed class BulkItem(string id, BulkOutcome outcome)
{
    /// <summary>The id as the caller gave it.</summary>
    public string Id { get; } = id ?? throw new ArgumentNullException(nameof(id));

    /// <summary>How it ended.</summary>
    public BulkOutcome Outcome { get; } = outcome;

    /// <summary>Why it was rejected, or why its outcome is unknown, in a form that serializers write and read; null otherwise.</summary>
    public AmityErrorReason? Reason
    {
        get => field ?? AmityErrorReason.Of(Error);
        init;
    }

    /// <summary>The exception that <see cref="Reason"/> sums up; null otherwise, and in a result that a serializer has read.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    [Newtonsoft.Json.JsonIgnore]
    public Exception? Error { get; init; }

    /// <summary>The id and its outcome.</summary>
    public override string ToString() => $"{Id}: {Outcome}";
}
