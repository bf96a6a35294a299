using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>An image that exists by name only.</summary>
internal static class StoredImage
{
    public static StoredFile Make(string fileId, DateTimeOffset at) => new()
    {
        FileId = fileId,
        FileUrl = $"https://files.example.com/{Uri.EscapeDataString(fileId)}/thumbnail.png",
        Type = "image",
        AccessType = "public",
        AltText = "A picture in the sandbox",
        CreatedAt = at,
        UpdatedAt = at,
        Attributes = new StoredFileAttributes(
            "thumbnail.png",
            "png",
            20_480,
            "image/png",
            new StoredFileMetadata(Width: 1280, Height: 720, IsFull: false)),
    };
}
