namespace Amity.DriftCheck.Samples;

/// <summary>Where the samples go: all of them or none.</summary>
internal sealed class SampleFolder
{
    private readonly string _folder;

    /// <exception cref="CannotCheckException">The folder has something in it, or cannot be made; said before anything is asked.</exception>
    public SampleFolder(string folder)
    {
        try
        {
            _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (File.Exists(_folder) || (Directory.Exists(_folder) && Directory.EnumerateFileSystemEntries(_folder).Any()))
            {
                throw new CannotCheckException("--save must name a folder that is new or empty.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotCheckException($"--save names no folder to write to: {exception.Message}");
        }
    }

    public void Save(IReadOnlyDictionary<string, string> files)
    {
        // Beside the target, so that the move stays on one disk and is a mere renaming.
        var draft = $"{_folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(draft);
            foreach (var (name, text) in files)
            {
                File.WriteAllText(Path.Combine(draft, name), text);
            }

            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder);
            }

            Directory.Move(draft, _folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            throw new CannotCheckException($"The samples cannot be saved: {exception.Message}");
        }
    }
}
