using System.Collections.Concurrent;
using System.Diagnostics;

namespace Amity.Tests.Unit.Leaks;

/// <summary>A trace of a call, as collectors of System.Net.Http and of anything of ours see it, holds no token.</summary>
[NonParallelizable]
public sealed class TraceLeakTests
{
    [Test]
    public async Task Trace_OfACall_HoldsNoToken()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        using var client = new AmityClient(server.Address, AmityCredential.AdminToken("hush-hush"));

        await client.Rooms.ListRoomsAsync().GetPageAsync();

        server.Heads.Should().ContainSingle().Which.Should().Contain("hush-hush");
        spans.Should().NotBeEmpty("System.Net.Http traces its requests");
        foreach (var span in spans)
        {
            var texts = span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Concat(span.Baggage.Select(item => $"{item.Key}={item.Value}")).Append(span.DisplayName);
            string.Join("\n", texts).Should().NotContain("hush-hush");
        }
    }
}
