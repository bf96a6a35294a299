namespace Amity;

// Enumerations over the operations listRooms and listViewerBans.
public partial interface IRoomsClient
{
    /// <summary>Enumerations the rooms of the network that match the filters.</summary>
    /// <param name="statuses">Only rooms in one of these states; at most 10; null for all.</param>
    /// <param name="type">Only rooms of this type; null for all.</param>
    /// <param name="sortBy">The order; null leaves it to the service.</param>
    /// <param name="isDeleted">True for deleted rooms only, false for the others only, null for both.</param>
    /// <param name="pageSize">How many rooms a request asks for, at least 1; null leaves it to the service.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">An argument is outside its limit; nothing was sent.</exception>
    AsyncPages<Room> EnumerateRoomsAsync(IReadOnlyList<RoomStatus>? statuses = null, RoomType? type = null, RoomSortOrder? sortBy = null, bool? isDeleted = null, int? pageSize = null, CancellationToken cancellationToken = default);

    /// <summary>Enumerations the banned viewers of a room.</summary>
    /// <param name="roomId">The room's id, 1 to 50 characters.</param>
    /// <param name="pageSize">How many bans a request asks for, at least 1; null leaves it to the service.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">An argument is outside its limit; nothing was sent.</exception>
    AsyncPages<ViewerBan> EnumerateViewerBansAsync(string roomId, int? pageSize = null, CancellationToken cancellationToken = default);
}

public sealed partial class RoomsClient
{
    /// <summary>Most states that one listing may filter by (social.plus API reference, listRooms).</summary>
    private const int StatusLimit = 10;

    /// <inheritdoc />
    public AsyncPages<Room> EnumerateRoomsAsync(IReadOnlyList<RoomStatus>? statuses = null, RoomType? type = null, RoomSortOrder? sortBy = null, bool? isDeleted = null, int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Guard.Count(statuses, 0, StatusLimit, nameof(statuses));
        Guard.Range(pageSize, 1, int.MaxValue, nameof(pageSize));
        var filter = statuses?.ToArray();
        return new AsyncPages<Room>(
            async (token, cancellation) =>
            {
                var options = new PageOptions { Limit = pageSize, Token = token };
                var page = await ListRoomsAsync(filter, type, sortBy, isDeleted, options, cancellation).ConfigureAwait(false);
                return new Page<Room>(WithoutNulls(page.Rooms), page.Paging?.Next);
            },
            _transport.Options,
            cancellationToken);
    }

    /// <inheritdoc />
    public AsyncPages<ViewerBan> EnumerateViewerBansAsync(string roomId, int? pageSize = null, CancellationToken cancellationToken = default)
    {
        Guard.Id(roomId, Guard.IdLength, nameof(roomId));
        Guard.Range(pageSize, 1, int.MaxValue, nameof(pageSize));
        return new AsyncPages<ViewerBan>(
            async (token, cancellation) =>
            {
                var page = await ListViewerBansAsync(roomId, pageSize, token, cancellation).ConfigureAwait(false);
                return new Page<ViewerBan>(WithoutNulls(page.RoomBannedUsers), page.Paging?.Next);
            },
            _transport.Options,
            cancellationToken);
    }

    // A null in the service's list names nobody.
    private static IReadOnlyList<T> WithoutNulls<T>(IReadOnlyList<T> items) => items.Contains(default!) ? [.. items.Where(item => item is not null)] : items;
}
