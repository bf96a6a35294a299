using System.Security.Cryptography;

namespace Amity.Sandbox.Documents;

/// <summary>Makes ids of 24 hexadecimal digits that rise with time, as the service's do.</summary>
internal sealed class IdSource(TimeProvider time)
{
    private readonly string _origin = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5));
    private int _count;

    public string Next() =>
        $"{(uint)time.GetUtcNow().ToUnixTimeSeconds():x8}{_origin}{Interlocked.Increment(ref _count) & 0xFFFFFF:x6}";
}
