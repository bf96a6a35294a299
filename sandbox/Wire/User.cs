using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>A user as it stands in responses.</summary>
internal sealed record User
{
    public required string UserId { get; init; }

    public string UserPublicId => UserId;

    public required string UserInternalId { get; init; }

    [JsonPropertyName("_id")]
    public string InternalId => UserInternalId;

    public required string Path { get; init; }

    public string? DisplayName { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<string> Permissions { get; init; } = [];

    public int FlagCount { get; init; }

    public bool IsGlobalBan { get; init; }

    public bool IsBrand { get; init; }

    public bool IsDeleted { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public bool CanBeBanned { get; init; } = true;
}
