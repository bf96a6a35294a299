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

/// <summary>The name, kind and size of a file.</summary>
internal sealed record StoredFileAttributes(
    string Name,
    string Extension,
    long Size,
    string MimeType,
    StoredFileMetadata Metadata);

/// <summary>What is known about a picture.</summary>
internal sealed record StoredFileMetadata(int Width, int Height, bool IsFull);
