using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Amity.Cli.Input;

/// <summary>Checked ids in a file of their own, so that a run over millions takes as little memory as one over a few.</summary>
internal sealed class IdSpool : IDisposable
{
    private readonly FileStream _file = new(Path.Combine(Path.GetTempPath(), $"amity-{Guid.NewGuid():N}"), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.DeleteOnClose,
    });

    private readonly StreamWriter _writer;

    // Here and not in the library, whose window is limited: the question before a run says how many different ids there are. Of an id
    // only 16 bytes are kept in memory, and those only until all ids are in.
    private HashSet<UInt128>? _seen = [];

    public IdSpool() => _writer = new StreamWriter(_file, leaveOpen: true) { NewLine = "\n" };

    /// <summary>How many different ids there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first id, for a question about a single one.</summary>
    public string First { get; private set; } = string.Empty;

    public void Add(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        if (_seen!.Add(BinaryPrimitives.ReadUInt128LittleEndian(hash)))
        {
            First = Count == 0 ? id : First;
            Count++;
            _writer.WriteLine(id);
        }
    }

    /// <summary>The ids in their order; nothing can be added any more.</summary>
    public IEnumerable<string> Read()
    {
        _seen = null;
        _writer.Flush();
        _file.Position = 0;
        using var reader = new StreamReader(_file, leaveOpen: true);
        while (reader.ReadLine() is { } id)
        {
            yield return id;
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }
}
