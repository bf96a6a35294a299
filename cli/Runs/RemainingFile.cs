using System.Globalization;

namespace Amity.Cli.Runs;

/// <summary>Where the ids go that the service did not answer for; there is no file while there are none.</summary>
internal sealed class RemainingFile(string? path) : IDisposable
{
    private StreamWriter? _writer;

    /// <summary>The file's path; null when nothing remains.</summary>
    public string? Path { get; private set; }

    public void Add(string id)
    {
        _writer ??= Open();
        _writer.WriteLine(id);
    }

    public void Dispose() => _writer?.Dispose();

    private StreamWriter Open()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"amity-remaining-{DateTime.Now:yyyyMMdd-HHmmss-fff}.txt");
        try
        {
            return Open(path ?? name, path is null ? FileMode.CreateNew : FileMode.Create);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Better elsewhere than lost.
            return Open(System.IO.Path.Combine(System.IO.Path.GetTempPath(), name), FileMode.CreateNew);
        }
    }

    private StreamWriter Open(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var writer = new StreamWriter(file, options) { NewLine = "\n" };
        Path = file;
        return writer;
    }
}
