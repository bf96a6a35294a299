using Amity.Tests.Chaos;

if (ChaosOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(ChaosOptions.Usage);
    return 2;
}

// Both sides run in this process: without threads at hand, the pool's slow growth would show as lateness of the rate limit.
ThreadPool.SetMinThreads(32, 32);

using var unobserved = new UnobservedExceptions();
var seeds = Enumerable.Range(options.Seed, options.Seeds).ToArray();
Console.WriteLine($"chaos: seeds {string.Join(", ", seeds)}, {options.LoadPerSeed.TotalSeconds:0.#} s of load each");

// A cold process is late by seconds, which would say nothing about the rate limit; everything else holds here, too.
var warmUp = await new ChaosRun(seeds[0], TimeSpan.FromSeconds(2), unobserved, judgesRateLimit: false).RunAsync();
Console.WriteLine($"warm-up: {warmUp.Results.Operations.Total} operations, {warmUp.Verdict.Count} difference(s), the rate limit not judged");
foreach (var difference in warmUp.Verdict.Differences)
{
    Console.WriteLine($"  {difference}");
}

var differences = warmUp.Verdict.Count;
foreach (var seed in seeds)
{
    var report = await new ChaosRun(seed, options.LoadPerSeed, unobserved).RunAsync();
    report.Print(Console.Out);
    differences += report.Verdict.Count;
}

Console.WriteLine(differences == 0
    ? $"VERDICT: the sandbox's state equals what was reported to callers, for {seeds.Length} seed(s)"
    : $"VERDICT: FAILED, {differences} difference(s)");
return differences == 0 ? 0 : 1;
