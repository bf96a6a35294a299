using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>How bodies are read and written, generated at build for a quick start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(RoomAnswer))]
[JsonSerializable(typeof(RoomPageAnswer))]
[JsonSerializable(typeof(ViewerBanPageAnswer))]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(WatchTimeAnswer))]
[JsonSerializable(typeof(BroadcastCredentials))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(CreateRoomBody))]
[JsonSerializable(typeof(UpdateRoomBody))]
[JsonSerializable(typeof(RemoveParticipantBody))]
[JsonSerializable(typeof(ViewerIdsBody))]
[JsonSerializable(typeof(WatchTimeBody))]
internal sealed partial class WireJson : JsonSerializerContext;
