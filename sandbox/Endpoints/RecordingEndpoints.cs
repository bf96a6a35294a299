using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>Redirects to recordings, on a host that does not exist.</summary>
internal static class RecordingEndpoints
{
    public static void MapRecordings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/v1/rooms/{roomId}/recorded/{playbackId}/watch", Watch).WithName("getRecordingLocation");
        api.MapGet("/api/v1/rooms/{roomId}/recorded/{playbackId}/thumbnail", Thumbnail).WithName("getRecordingThumbnailLocation");
    }

    private static RedirectHttpResult Watch(string roomId, string playbackId, SandboxState state) =>
        Redirect(roomId, playbackId, "recording.m3u8", state);

    private static RedirectHttpResult Thumbnail(string roomId, string playbackId, SandboxState state) =>
        Redirect(roomId, playbackId, "thumbnail.png", state);

    private static RedirectHttpResult Redirect(string roomId, string playbackId, string file, SandboxState state)
    {
        lock (state.Gate)
        {
            if (!state.RequireRoom(roomId).RecordedPlaybackInfos.Any(recording => recording.PlaybackId == playbackId))
            {
                throw Reject.NotFound("Recording");
            }
        }

        return TypedResults.Redirect(
            $"https://recordings.example.com/{Uri.EscapeDataString(roomId)}/{Uri.EscapeDataString(playbackId)}/{file}?signature=sandbox");
    }
}
