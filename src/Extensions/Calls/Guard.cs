namespace Amity;

/// <summary>Rejects arguments that the service would reject, naming the argument and its limit, before anything is sent.</summary>
internal static class Guard
{
    /// <summary>Longest id that the service takes, in Unicode code points (social.plus API reference, every id of the Room API).</summary>
    internal const int IdLength = 50;

    internal static void Id(string? value, string argument)
    {
        if (value is null)
        {
            throw new ArgumentNullException(argument);
        }

        OptionalId(value, argument);
    }

    internal static void OptionalId(string? value, string argument)
    {
        if (value is "." or "..")
        {
            throw new ArgumentException($"{argument} is '{value}', which a URL takes for a folder, not for an id.", argument);
        }

        Text(value, 1, IdLength, argument);
    }

    internal static void Ids(IReadOnlyList<string> values, int minimum, int maximum, string argument)
    {
        Count(values, minimum, maximum, argument);
        for (var i = 0; i < values.Count; i++)
        {
            Id(values[i], $"{argument}[{i}]");
        }
    }

    internal static void Text(string? value, int minimum, int maximum, string argument)
    {
        if (value is null)
        {
            return;
        }

        var length = CodePoints(value, argument);
        if (length < minimum || length > maximum)
        {
            var limit = maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";
            throw new ArgumentException($"{argument} has {length} characters; the limit is {limit}.", argument);
        }
    }

    /// <summary>A continuation token is the service's own: it may have any length.</summary>
    internal static void Token(string? value, string argument)
    {
        if (value is not null)
        {
            CodePoints(value, argument);
        }
    }

    /// <summary>How long a text is as OpenAPI counts, in Unicode code points.</summary>
    private static int CodePoints(string value, string argument)
    {
        if (IllFormedAt(value) is var index and >= 0)
        {
            throw new ArgumentException(
                $"{argument} is not well-formed UTF-16 at character {index}; sent as it is, it would become another text.", argument);
        }

        var count = value.Length;
        foreach (var letter in value)
        {
            count -= char.IsLowSurrogate(letter) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Where a text has half of a surrogate pair; -1 when it is well-formed.</summary>
    internal static int IllFormedAt(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return i;
            }
        }

        return -1;
    }

    internal static void Range(int? value, int minimum, int maximum, string argument)
    {
        if (value < minimum || value > maximum)
        {
            var limit = maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";
            throw new ArgumentOutOfRangeException(argument, value, $"{argument} is {value}; the limit is {limit}.");
        }
    }

    internal static void Range(long value, long minimum, string argument)
    {
        if (value < minimum)
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{argument} is {value}; the limit is at least {minimum}.");
        }
    }

    internal static void Number(double? value, string argument)
    {
        if (value is { } number && (double.IsNaN(number) || double.IsInfinity(number)))
        {
            throw new ArgumentOutOfRangeException(argument, value, $"{argument} must be a finite number; JSON cannot say any other.");
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

    internal static void Count<T>(IReadOnlyCollection<T>? values, int minimum, int maximum, string argument)
    {
        if (values is not null && (values.Count < minimum || values.Count > maximum))
        {
            throw new ArgumentException($"{argument} has {values.Count} items; the limit is {minimum} to {maximum}.", argument);
        }
    }

    internal static void Required(object? value, string argument)
    {
        if (value is null)
        {
            throw new ArgumentException($"{argument} is required.", argument);
        }
    }

    internal static void Request(AmityModel request, string argument)
    {
        if (request is null)
        {
            throw new ArgumentNullException(argument);
        }

        request.Validate(argument);
    }

    internal static void Requests(IReadOnlyList<AmityModel> requests, int minimum, string argument)
    {
        Count(requests, minimum, int.MaxValue, argument);
        for (var i = 0; i < requests.Count; i++)
        {
            Request(requests[i], $"{argument}[{i}]");
        }
    }
}
