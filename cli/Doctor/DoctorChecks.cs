using System.Diagnostics;
using System.Globalization;
using Amity.Cli.Errors;
using Amity.Cli.Settings;
using Amity.Rooms;

namespace Amity.Cli.Doctor;

/// <summary>Reads a few times, changes nothing, and reports what that shows.</summary>
internal sealed class DoctorChecks(RoomsClient rooms, Connection connection, ClockHandler clock)
{
    private const int Reads = 5;

    // Headers give whole seconds, and a response is on its way for a while.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    public async IAsyncEnumerable<DoctorFinding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new DoctorFinding("region", IsFine: true, $"{connection.Place}, {connection.Address}");
        var (times, failure) = await ReadAsync(cancellationToken);
        var isResponded = failure is null or AmityApiException;
        yield return new DoctorFinding("reachability", isResponded, isResponded ? $"{connection.Address.Authority} responds" : LineOf(failure!));
        if (isResponded)
        {
            var isAccepted = failure is not AmityApiException { Category: AmityErrorCategory.Unauthorized or AmityErrorCategory.Forbidden };
            yield return new DoctorFinding("token", isAccepted, isAccepted ? $"the token from {connection.TokenSource} was accepted" : LineOf(failure!));
            yield return Clock();
            yield return RateLimit(times, failure);
        }
    }

    private async Task<(IReadOnlyList<TimeSpan> Times, AmityException? Failure)> ReadAsync(CancellationToken cancellationToken)
    {
        var times = new List<TimeSpan>();
        try
        {
            for (var i = 0; i < Reads; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await rooms.ListRoomsAsync(new() { PageSize = 1 }, cancellationToken).GetPageAsync();
                times.Add(Stopwatch.GetElapsedTime(start));
            }

            return (times, null);
        }
        catch (AmityException failure)
        {
            return (times, failure);
        }
    }

    private DoctorFinding Clock() => clock.Ahead switch
    {
        null => new("clock", IsFine: true, "the service's responses name no time to compare with"),
        { } ahead when ahead.Duration() <= ClockTolerance => new("clock", IsFine: true, "this machine and the service agree"),
        { } ahead => new("clock", IsFine: false, string.Create(
            CultureInfo.InvariantCulture,
            $"this machine is {ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead" : "behind")}: set it, or tokens seem to be expired")),
    };

    private DoctorFinding RateLimit(IReadOnlyList<TimeSpan> times, AmityException? failure) => failure switch
    {
        null => new("rate limit", IsFine: true, string.Create(
            CultureInfo.InvariantCulture,
            $"{Reads} reads, the median {times.Order().ElementAt(Reads / 2).TotalMilliseconds:0} ms; bulk runs keep to 100 calls in 5 s")),
        AmityApiException { Category: AmityErrorCategory.Unauthorized or AmityErrorCategory.Forbidden } =>
            new("rate limit", IsFine: false, "not known while the token is rejected"),
        _ => new("rate limit", IsFine: false, LineOf(failure)),
    };

    private string LineOf(AmityException failure) => Explanation.Of(failure, connection).Line;
}
