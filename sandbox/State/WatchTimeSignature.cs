using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>Checks the signature of a watch-time report as the service documents it.</summary>
internal sealed class WatchTimeSignature : IDisposable
{
    private readonly RSA? _key;

    /// <summary>Copies the public half, so that the caller may dispose of the key.</summary>
    public WatchTimeSignature(RSA? key) => _key = key is null ? null : RSA.Create(key.ExportParameters(false));

    /// <summary>Whether the signature fits; without a key every signature does.</summary>
    public bool Fits(WatchTimeBody report)
    {
        if (_key is null)
        {
            return true;
        }

        var signature = new byte[report.Signature.Length];
        if (!Convert.TryFromBase64String(report.Signature, signature, out var length))
        {
            return false;
        }

        var signed = Encoding.UTF8.GetBytes(SignedText(report));
        lock (_key)
        {
            return _key.VerifyData(signed, signature.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    public void Dispose() => _key?.Dispose();

    private static string SignedText(WatchTimeBody report) =>
        $"nonceStr={report.NonceStr}&timestamp={report.Timestamp}&data={string.Join(';', report.Rooms.Select(RoomText))}==";

    // Values as they stand in the body, because those are what the sender signed.
    private static string RoomText(JsonElement room) => string.Join('&', room.EnumerateObject()
        .OrderBy(field => field.Name, StringComparer.Ordinal)
        .Select(field => $"{field.Name}={field.Value}"));
}
