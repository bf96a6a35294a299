namespace Amity.Tests.Contract;

/// <summary>A folder of one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("amity-contract-").FullName;

    public string Write(string name, string text)
    {
        var file = Path.Combine(FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
