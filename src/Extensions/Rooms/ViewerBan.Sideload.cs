using Newtonsoft.Json;

namespace Amity;

// The people behind a ban, and the one id to lift it with.
public sealed partial class ViewerBan
{
    private Sideload? _sideload;

    /// <summary>The id to hand to unban: the public id, or the other one when the service gave only that.</summary>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public string? BannedUserId => UserPublicId ?? UserId;

    /// <summary>The banned user; null when the response does not carry them.</summary>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public User? User => _sideload?.FindUser(UserPublicId, UserId);

    /// <summary>The user who banned them; null when the response does not carry them.</summary>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public User? BannedBy => _sideload?.FindUser(BanByPublicId, BanBy);

    internal void Attach(Sideload sideload) => _sideload = sideload;
}
