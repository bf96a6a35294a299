// Most of a test's time is a program that starts or waits for its rate limit.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
