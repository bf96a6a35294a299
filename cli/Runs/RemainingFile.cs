using System.Globalization;
using Amity.Cli.Output;

namespace Amity.Cli.Runs;

/// <summary>Where the ids go that are to be sent again, as CSV, which takes every id; there is no file while there are none.</summary>
internal sealed class RemainingFile(string? path) : IDisposable
{
    private StreamWriter? _writer;

    /// <summary>The file's path; null when nothing remains.</summary>
    public string? Path { get; private set; }

    public void Add(string id)
    {
        _writer ??= Open();
        _writer.WriteLine(CsvCell.Write(id));
    }

    public void Dispose() => _writer?.Dispose();

    private StreamWriter Open()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"amity-remaining-{DateTime.Now:yyyyMMdd-HHmmss-fff}.csv");
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
        writer.WriteLine("id");
        Path = file;
        return writer;
    }
}
