namespace Amity.Core.Arguments;

// Lists and maps: their counts, and each of their items.
internal static partial class Guard
{
    internal static void Ids(IReadOnlyList<string>? values, int minimum, int maximum, int longest, string argument)
    {
        Count(values, minimum, maximum, argument);
        for (var i = 0; i < values?.Count; i++)
        {
            if (values[i] is null)
            {
                throw new ArgumentNullException($"{argument}[{i}]");
            }

            if (FaultOfId(values[i], longest, argument, i) is { } fault)
            {
                throw new ArgumentException(fault, $"{argument}[{i}]");
            }
        }
    }

    internal static void Count<T>(IReadOnlyCollection<T>? values, int minimum, int maximum, string argument) =>
        Count(values?.Count, minimum, maximum, argument);

    internal static void Count<T>(IDictionary<string, T>? values, int minimum, int maximum, string argument) =>
        Count(values?.Count, minimum, maximum, argument);

    /// <summary>Checks every item, under the name that its place gives it.</summary>
    internal static void Each<T>(IReadOnlyList<T>? values, string argument, Action<T, string> check)
    {
        for (var i = 0; i < values?.Count; i++)
        {
            check(values[i], $"{argument}[{i}]");
        }
    }

    /// <summary>Checks every value, under the name that its key gives it.</summary>
    internal static void EachValue<T>(IDictionary<string, T>? values, string argument, Action<T, string> check)
    {
        foreach (var value in values ?? new Dictionary<string, T>())
        {
            check(value.Value, $"{argument}[{value.Key}]");
        }
    }

    private static void Count(int? count, int minimum, int maximum, string argument)
    {
        if (count < minimum || count > maximum)
        {
            var limit = maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";
            throw new ArgumentException($"{argument} has {count} items; the limit is {limit}.", argument);
        }
    }
}
