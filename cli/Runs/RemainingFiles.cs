using System.Globalization;
using System.Text;
using Amity.Cli.Output;

namespace Amity.Cli.Runs;

/// <summary>
/// Where the ids go that are to be sent again, as CSV, which takes every id: one file, and where that fails, one in the temporary folder.
/// There is no file while there are no ids.
/// </summary>
internal sealed class RemainingFiles : IDisposable
{
    private readonly Queue<(string Path, FileMode Mode)> _places;
    private readonly List<string> _paths = [];
    private readonly List<string> _unwritten = [];
    private FileStream? _file;

    public RemainingFiles(string? path)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"amity-remaining-{DateTime.Now:yyyyMMdd-HHmmss-fff}.csv");
        // An empty path is what a script has that was given none.
        _places = new(
        [
            path is { Length: > 0 } ? (path, FileMode.Create) : (name, FileMode.CreateNew),
            (Path.Combine(Path.GetTempPath(), name), FileMode.CreateNew),
        ]);
    }

    /// <summary>The files with ids.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The lines of a file that could be written nowhere.</summary>
    public IReadOnlyList<string> Unwritten => _unwritten;

    public void Add(string id)
    {
        var line = CsvCell.Write(id);
        for (; _places.TryPeek(out var place); _places.Dequeue())
        {
            if (TryAdd(line, place.Path, place.Mode))
            {
                return;
            }
        }

        _unwritten.Add(line);
    }

    public void Dispose() => _file?.Dispose();

    private bool TryAdd(string line, string path, FileMode mode)
    {
        try
        {
            if (_file is null)
            {
                _file = Open(path, mode);
                Write(_file, "id");
            }

            Write(_file, line);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _file?.Dispose();
            _file = null;
            return false;
        }

        if (!_paths.Contains(path))
        {
            _paths.Add(path);
        }

        return true;
    }

    private static void Write(FileStream file, string line)
    {
        var end = file.CanSeek ? file.Position : 0;
        try
        {
            file.Write(Encoding.UTF8.GetBytes($"{line}\n"));
        }
        catch (IOException) when (file.CanSeek)
        {
            // The beginning of an id may be somebody else's id.
            file.SetLength(end);
            throw;
        }
    }

    // Without a buffer, so that a failure is that of the id just written.
    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
