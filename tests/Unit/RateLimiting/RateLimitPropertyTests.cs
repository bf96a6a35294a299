using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.RateLimiting;

/// <summary>The promise of a rate limit for arrivals of any pattern.</summary>
public sealed class RateLimitPropertyTests
{
    private const int Window = 40;

    // How many milliseconds pass, and how many requests come then.
    private static Gen<(int Gap, int Count)[]> Arrivals =>
        Gen.ArrayOf(Gen.Zip(Gen.Frequency((3, Gen.Choose(0, 5)), (2, Gen.Choose(0, Window)), (1, Gen.Choose(Window, 3 * Window))), Gen.Choose(0, 6)).Select(pair => (pair.Item1, pair.Item2)));

    [Test]
    public void RateLimit_ArrivalsOfAnyPattern_NeverPassTheLimitInAnyTrueWindowAndNobodyIsForgotten() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(Arb.From(Gen.Zip(Arrivals, Gen.Choose(1, 5))), run => Hold(run.Item1, run.Item2)));

    private static void Hold((int Gap, int Count)[] arrivals, int limit)
    {
        var time = new FakeTimeProvider();
        using var rateLimit = new AmityRateLimit(limit, TimeSpan.FromMilliseconds(Window), time);
        var sent = new List<int>();
        var now = 0;
        foreach (var (gap, count) in arrivals)
        {
            Pass(gap);
            for (var i = 0; i < count; i++)
            {
                _ = rateLimit.AcquireAsync();
            }

            Note();
        }

        var arrived = arrivals.Sum(arrival => arrival.Count);
        Pass(Window * ((arrived / limit) + 1));

        sent.Should().HaveCount(arrived);
        for (var i = 0; i + limit < sent.Count; i++)
        {
            (sent[i + limit] - sent[i]).Should().BeGreaterThanOrEqualTo(Window, "request {0} of {1} is one too many for its window", i + limit, string.Join(",", sent));
        }

        // The clock goes by single milliseconds, so that every send is seen at its own time.
        void Pass(int milliseconds)
        {
            for (var i = 0; i < milliseconds; i++)
            {
                time.Advance(TimeSpan.FromMilliseconds(1));
                now++;
                Note();
            }
        }

        void Note() => sent.AddRange(Enumerable.Repeat(now, (int)rateLimit.GetStatistics()!.TotalSuccessfulLeases - sent.Count));
    }
}
