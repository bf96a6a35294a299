using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>How bodies are read and written, generated at build for a quick start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(RoomResponse))]
[JsonSerializable(typeof(RoomPageResponse))]
[JsonSerializable(typeof(ViewerBanPageResponse))]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(WatchTimeResponse))]
[JsonSerializable(typeof(BroadcastCredentials))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(CreateRoomBody))]
[JsonSerializable(typeof(UpdateRoomBody))]
[JsonSerializable(typeof(RemoveParticipantBody))]
[JsonSerializable(typeof(ViewerIdsBody))]
[JsonSerializable(typeof(WatchTimeBody))]
internal sealed partial class WireJson : JsonSerializerContext;
