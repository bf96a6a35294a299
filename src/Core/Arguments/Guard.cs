namespace Amity.Core.Arguments;

/// <summary>Rejects arguments that the service would reject, naming the argument and its limit, before anything is sent.</summary>
internal static partial class Guard
{
    internal static void Required(object? value, string argument)
    {
        if (value is null)
        {
            throw new ArgumentNullException(argument, $"{argument} is required.");
        }
    }

    internal static void Range(long? value, long minimum, long maximum, string argument)
    {
        if (value < minimum || value > maximum)
        {
            throw OutOfRange(value, minimum, maximum, maximum is int.MaxValue or long.MaxValue, minimum is int.MinValue or long.MinValue, argument);
        }
    }

    internal static void Range(double? value, double minimum, double maximum, string argument)
    {
        Number(value, argument);
        if (value < minimum || value > maximum)
        {
            throw OutOfRange(value, minimum, maximum, maximum == double.MaxValue, minimum == double.MinValue, argument);
        }
    }

    internal static void Above(double? value, double limit, string argument)
    {
        if (value <= limit)
        {
            throw OutOfRange(value, Invariant($"above {limit}"), argument);
        }
    }

    internal static void Below(double? value, double limit, string argument)
    {
        if (value >= limit)
        {
            throw OutOfRange(value, Invariant($"below {limit}"), argument);
        }
    }

    internal static void Number(double? value, string argument)
    {
        if (value is { } number && (double.IsNaN(number) || double.IsInfinity(number)))
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{argument} must be a finite number; JSON cannot say any other.");
        }
    }

    /// <summary>Only the date is sent, so that a time of day would be lost.</summary>
    internal static void Date(DateTime? value, string argument)
    {
        if (value is { } date && date.TimeOfDay != TimeSpan.Zero)
        {
            throw new ArgumentException($"{argument} has the time of day {date.TimeOfDay}; only a date can be sent.", argument);
        }
    }

    internal static void Positive(TimeSpan value, string argument)
    {
        if (value <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{argument} is {value}; it must be longer than zero.");
        }
    }

    internal static void Range(TimeSpan value, TimeSpan minimum, TimeSpan maximum, string argument)
    {
        if (value < minimum || value > maximum)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{argument} is {value}; the limit is {minimum} to {maximum}.");
        }
    }

    private static ArgumentOutOfRangeException OutOfRange<T>(T? value, T minimum, T maximum, bool hasNoMaximum, bool hasNoMinimum, string argument)
        where T : struct, IFormattable
    {
        var limit = hasNoMaximum ? Invariant($"at least {minimum}") : hasNoMinimum ? Invariant($"at most {maximum}") : Invariant($"{minimum} to {maximum}");
        return OutOfRange(value, limit, argument);
    }

    private static ArgumentOutOfRangeException OutOfRange(IFormattable? value, string limit, string argument) =>
        new(argument, value, Invariant($"{argument} is {value}; the limit is {limit}."));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
