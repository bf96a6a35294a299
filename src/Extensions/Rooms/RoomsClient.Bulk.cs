using System.Runtime.CompilerServices;

namespace Amity;

// Any number of ids over the operations banViewers and unbanViewers, which take 100 a call and give no result per user.
public partial interface IRoomsClient
{
    /// <summary>Bans any number of viewers from a room; a viewer who is banned already stays banned.</summary>
    /// <param name="roomId">The room's id, 1 to 50 characters.</param>
    /// <param name="userIds">The viewers' public ids, 1 to 50 characters each; duplicates are sent once.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The outcome of every id. A rejected id does not end the run; any other failure does, and is its <see cref="BulkResult.Error"/>.</returns>
    /// <exception cref="ArgumentException">An id is outside its limit; nothing was sent.</exception>
    /// <exception cref="BulkCanceledException">The run was cancelled; the exception holds the outcome of every id.</exception>
    Task<BulkResult> BulkBanViewersAsync(string roomId, IEnumerable<string> userIds, CancellationToken cancellationToken = default);

    /// <summary>Lifts the bans of any number of viewers of a room.</summary>
    /// <param name="roomId">The room's id, 1 to 50 characters.</param>
    /// <param name="userIds">The viewers' public ids, 1 to 50 characters each; duplicates are sent once.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The outcome of every id. A rejected id does not end the run; any other failure does, and is its <see cref="BulkResult.Error"/>.</returns>
    /// <exception cref="ArgumentException">An id is outside its limit; nothing was sent.</exception>
    /// <exception cref="BulkCanceledException">The run was cancelled; the exception holds the outcome of every id.</exception>
    Task<BulkResult> BulkUnbanViewersAsync(string roomId, IEnumerable<string> userIds, CancellationToken cancellationToken = default);
}

public sealed partial class RoomsClient
{
    /// <summary>Most ids that one call takes (social.plus API reference, viewer bans).</summary>
    private const int IdsPerCall = 100;

    /// <inheritdoc />
    public Task<BulkResult> BulkBanViewersAsync(string roomId, IEnumerable<string> userIds, CancellationToken cancellationToken = default) =>
        BulkAsync(roomId, userIds, static rooms => rooms.BanViewersAsync, cancellationToken);

    /// <inheritdoc />
    public Task<BulkResult> BulkUnbanViewersAsync(string roomId, IEnumerable<string> userIds, CancellationToken cancellationToken = default) =>
        BulkAsync(roomId, userIds, static rooms => rooms.UnbanViewersAsync, cancellationToken);

    private Task<BulkResult> BulkAsync(
        string roomId,
        IEnumerable<string> userIds,
        Func<RoomsClient, Func<string, ViewerIdsRequest, CancellationToken, Task>> operation,
        CancellationToken cancellationToken,
        [CallerMemberName] string helper = "")
    {
        Guard.Id(roomId, Guard.IdLength, nameof(roomId));
        string[] ids = [.. userIds ?? throw new ArgumentNullException(nameof(userIds))];
        Guard.Ids(ids, 0, int.MaxValue, Guard.IdLength, nameof(userIds));
        var run = new BulkRun(ids, (batch, observer, cancellation) =>
            operation(new RoomsClient(_transport.Observed(observer)))(roomId, new ViewerIdsRequest { UserIds = batch }, cancellation));
        return BulkTelemetry.ObserveAsync(helper, _transport.Options, () => run.RunAsync(IdsPerCall, _transport.Options.BulkConcurrency, cancellationToken));
    }
}
