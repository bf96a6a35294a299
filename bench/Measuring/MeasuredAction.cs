namespace Amity.Bench.Measuring;

/// <summary>An action to measure.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Run">Does it so many times.</param>
internal sealed record MeasuredAction(string Name, Func<int, Task> Run);
