using System.Text.Json.Serialization;

namespace Amity.Bench.HandWritten;

/// <summary>What the System.Text.Json source generator makes of the hand-written models.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ViewerBanPage))]
[JsonSerializable(typeof(OperationResult))]
[JsonSerializable(typeof(ViewerIdsRequest))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
