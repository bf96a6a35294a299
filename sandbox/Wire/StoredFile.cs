namespace Amity.Sandbox.Wire;

/// <summary>A file that a response refers to.</summary>
internal sealed record StoredFile
{
    public required string FileId { get; init; }

    public required string FileUrl { get; init; }

    public required string Type { get; init; }

    public required string AccessType { get; init; }

    public string? AltText { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required StoredFileAttributes Attributes { get; init; }
}
