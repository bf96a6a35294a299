namespace Amity.Sandbox.Wire;

/// <summary>What is known about a picture.</summary>
internal sealed record StoredFileMetadata(int Width, int Height, bool IsFull);
