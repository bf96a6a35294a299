using Refit;

namespace Amity.Bench.Peers;

/// <summary>The operations of the measures as a Refit interface, whose code its source generator writes.</summary>
internal interface IRefitRoomsApi
{
    [Get("/api/v1/rooms/{roomId}/viewer-bans")]
    Task<HandWritten.ViewerBanPage> ListViewerBansAsync(string roomId, int limit);

    [Delete("/api/v1/rooms/{roomId}")]
    Task<HandWritten.OperationResult> DeleteRoomAsync(string roomId);

    [Post("/api/v1/rooms/{roomId}/viewer-bans")]
    Task<HandWritten.OperationResult> BanViewersAsync(string roomId, [Body] HandWritten.ViewerIdsRequest request);
}
