using System.Diagnostics;
using System.Net;
using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>One seed: everybody works through faults, then the faults stop, what is left is run again, and everything is compared.</summary>
internal sealed class ChaosRun(int seed, TimeSpan load, UnobservedExceptions unobserved, bool judgesRateLimit = true)
{
    internal const int OversizedBytes = 128 * 1024;

    private const int CredentialCount = 20;
    private const int ModeratorCount = 240;

    /// <summary>Everybody is asked to stop by then, so whoever still works hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestRamp = TimeSpan.FromSeconds(3);

    private readonly RunResults _results = new();
    private readonly RequestLog _log = new();

    internal async Task<ChaosReport> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        using var arrivals = new ArrivalRecorder(_log);
        await using var sandbox = await AmitySandbox.StartAsync();
        sandbox.Faults.Latency = TimeSpan.FromMilliseconds(400);
        sandbox.Faults.OversizedBytes = OversizedBytes;
        using var connections = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };
        SharedCredential[] credentials = [.. Enumerable.Range(0, CredentialCount).Select(number => new SharedCredential(number, sandbox, _log, connections))];
        Moderator[] moderators =
        [
            .. Enumerable.Range(0, ModeratorCount)
                .Select(number => new Moderator(number, seed, credentials[number % CredentialCount], sandbox, _results)),
        ];

        await using var delay = new SchedulingDelay();
        await WorkAsync(sandbox, moderators);
        await QuietAsync(sandbox);
        var compared = await CompareAsync(sandbox, moderators);

        var rateLimit = new RateLimitCheck(credentials, _log, judgesRateLimit ? _results.Verdict : new Verdict(), delay.Worst);
        Array.ForEach(credentials, credential => credential.Dispose());
        foreach (var exception in unobserved.Take())
        {
            _results.Verdict.Add($"an exception that nobody observed: {exception}");
        }

        var tokens = credentials.Sum(credential => credential.TokensMade);
        return new ChaosReport(
            seed, ModeratorCount, load, clock.Elapsed, _results, sandbox.Faults.Injected, rateLimit, tokens, compared);
    }

    private async Task WorkAsync(AmitySandbox sandbox, Moderator[] moderators)
    {
        using var run = new CancellationTokenSource(load);
        sandbox.Faults.Random(seed, FaultMix.Rate, FaultMix.Kinds);
        var staffChanges = ChangeStaffAsync(sandbox, moderators, run.Token);
        await EndAsync(moderators, async moderator =>
        {
            // One after the other: both sides share a cold process, and a standing start would measure its compiler.
            await Task.Delay(Ramp(load) * Array.IndexOf(moderators, moderator) / moderators.Length, CancellationToken.None);
            await moderator.WorkAsync(run.Token);
        }, load + Patience);
        await staffChanges;
    }

    private static TimeSpan Ramp(TimeSpan load) => load / 4 < LongestRamp ? load / 4 : LongestRamp;

    private async Task QuietAsync(AmitySandbox sandbox)
    {
        sandbox.Faults.Stop();
        long before;
        do
        {
            // What a client gave up may still be on its way in.
            before = sandbox.RequestCount;
            await Task.Delay(250);
            await sandbox.Faults.WhenSettledAsync().WaitAsync(Patience);
        }
        while (sandbox.RequestCount != before);
    }

    private async Task<int> CompareAsync(AmitySandbox sandbox, Moderator[] moderators)
    {
        var first = new StateCheck(sandbox, _results.Verdict, "after the faults");
        Array.ForEach(moderators, moderator => first.Possible(moderator.Expected));
        CheckEnumerations(sandbox, moderators);

        using var end = new CancellationTokenSource(Patience);
        await EndAsync(moderators, moderator => moderator.SettleAsync(end.Token), Patience * 2);

        var last = new StateCheck(sandbox, _results.Verdict, "after running again what was left");
        var rooms = await SandboxRooms.ByTitleAsync(sandbox);
        foreach (var moderator in moderators)
        {
            last.AsWanted(moderator.Expected);
            last.Created(moderator.Expected, rooms);
        }

        return first.Compared + last.Compared;
    }

    // An empty list, or null or nothing in its place, which are read alike (openapi/rooms/DECISIONS.md), is a valid page: no client can
    // know that bans are missing. Only that excuses an enumeration.
    private void CheckEnumerations(AmitySandbox sandbox, Moderator[] moderators)
    {
        var cut = sandbox.Faults.Ledger.Where(fault => fault.OperationId == "listViewerBans"
            && fault.Fault is SandboxFault.SuccessFalseBeforeHandler or SandboxFault.SuccessFalseAfterHandler or SandboxFault.NullArrays).ToArray();
        foreach (var enumeration in moderators.SelectMany(moderator => moderator.Expected.Doubts))
        {
            _results.Enumerations.Add("cut short by a valid empty list");
            _results.Verdict.Require(
                cut.Any(fault => fault.Path.Contains($"/{enumeration.RoomId}/", StringComparison.Ordinal)
                    && fault.At >= enumeration.Start.AddSeconds(-1) && fault.At <= enumeration.End),
                $"an enumeration of {enumeration.RoomId} ended well and lacks {enumeration.Missing} bans");
        }
    }

    private async Task EndAsync(Moderator[] moderators, Func<Moderator, Task> work, TimeSpan within)
    {
        Task[] all = [.. moderators.Select(moderator => Task.Run(() => work(moderator)))];
        try
        {
            await Task.WhenAll(all).WaitAsync(within);
        }
        catch (TimeoutException)
        {
            foreach (var (moderator, task) in moderators.Zip(all).Where(pair => !pair.Second.IsCompleted))
            {
                _results.Verdict.Add($"{moderator.Name} hangs at {moderator.At}");
            }
        }
    }

    /// <summary>Makes people unbannable and bannable again while they are being banned.</summary>
    private async Task ChangeStaffAsync(AmitySandbox sandbox, Moderator[] moderators, CancellationToken run)
    {
        var random = new Random(seed);
        while (!run.IsCancellationRequested)
        {
            sandbox.AddUser(moderators[random.Next(moderators.Length)].Staff, canBeBanned: random.NextDouble() < 0.4);
            await Task.Delay(2, CancellationToken.None);
        }
    }
}
