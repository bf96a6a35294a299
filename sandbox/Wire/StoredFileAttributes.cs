namespace Amity.Sandbox.Wire;

/// <summary>The name, kind and size of a file.</summary>
internal sealed record StoredFileAttributes(
    string Name,
    string Extension,
    long Size,
    string MimeType,
    StoredFileMetadata Metadata);
