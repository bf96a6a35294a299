using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>The ban of one viewer; by the vendor's naming elsewhere, the ids without "public" are internal ones.</summary>
internal sealed record ViewerBan(
    [property: JsonIgnore] long Sequence,
    string UserId,
    string UserPublicId,
    string BanBy,
    string BanByPublicId,
    DateTimeOffset CreatedAt);
