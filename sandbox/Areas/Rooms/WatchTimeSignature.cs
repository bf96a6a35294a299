using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Amity.Sandbox.Areas.Rooms;

/// <summary>Checks the signature of a watch-time report as the service documents it.</summary>
internal sealed class WatchTimeSignature : IDisposable
{
    private readonly RSA? _key;

    /// <summary>Copies the public half, so that the caller may dispose of the key.</summary>
    public WatchTimeSignature(RSA? key) => _key = key is null ? null : RSA.Create(key.ExportParameters(false));

    /// <summary>Whether the signature fits; without a key every signature does.</summary>
    public bool Fits(JsonObject report)
    {
        if (_key is null)
        {
            return true;
        }

        var text = (string)report["signature"]!;
        var signature = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, signature, out var length))
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

    private static string SignedText(JsonObject report) =>
        $"nonceStr={report["nonceStr"]}&timestamp={report["timestamp"]}&data={RoomsText(report["rooms"]!.AsArray())}==";

    private static string RoomsText(JsonArray rooms) => string.Join(';', rooms.Select(room => RoomText(room!.AsObject())));

    // Values as they stand in the body, because those are what the sender signed.
    private static string RoomText(JsonObject room) => string.Join('&', room
        .OrderBy(field => field.Key, StringComparer.Ordinal)
        .Select(field => $"{field.Key}={field.Value}"));
}
