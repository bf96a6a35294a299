using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>One recording of a room.</summary>
internal sealed record RecordedPlayback([property: JsonIgnore] string PlaybackId, string Url, string ThumbnailUrl);
