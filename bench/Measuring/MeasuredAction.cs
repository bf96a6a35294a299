namespace Amity.Bench.Measuring;

/// <summary>Something to measure.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Run">Does it so many times.</param>
internal sealed record Contestant(string Name, Func<int, Task> Run);
