using System.Text.Json;

namespace Amity.Sandbox.Wire;

/// <summary>A watch-time report; rooms stay as sent, because the signature covers their text.</summary>
internal sealed record WatchTimeBody(
    string Signature,
    string NonceStr,
    string Timestamp,
    IReadOnlyList<JsonElement> Rooms);

/// <summary>The outcome of a watch-time report.</summary>
internal sealed record WatchTimeResponse(bool Ok);
