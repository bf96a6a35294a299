using System.Security.Cryptography;
using System.Text;

namespace Amity.Rooms;

/// <summary>The documented recipe for an RSA key: RSA-SHA256 with PKCS #1 padding over the text, in Base64.</summary>
public sealed class RsaWatchTimeSigner : IWatchTimeSigner
{
    private readonly RSA _key;

    /// <summary>Makes a signer; the caller keeps the key and disposes it.</summary>
    /// <param name="key">A key with its private part.</param>
    public RsaWatchTimeSigner(RSA key) => _key = key ?? throw new ArgumentNullException(nameof(key));

    /// <inheritdoc />
    public Task<string> SignAsync(string text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var signature = _key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Task.FromResult(Convert.ToBase64String(signature));
    }
}
