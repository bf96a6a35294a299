namespace Amity;

// Texts: their lengths, and what the place in the request asks of them.
internal static partial class Guard
{
    internal static void Id(string? value, int maximum, string argument)
    {
        if (value is null)
        {
            throw new ArgumentNullException(argument);
        }

        OptionalId(value, maximum, argument);
    }

    internal static void OptionalId(string? value, int maximum, string argument)
    {
        NoFolder(value, "an id", argument);
        Text(value, 1, maximum, argument);
    }

    /// <summary>A value that is one segment of the path, whatever it means.</summary>
    internal static void Segment(string value, string argument)
    {
        NoFolder(value, "a value", argument);
        Text(value, 1, int.MaxValue, argument);
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

    /// <summary>A header's value; it may be a secret, so that no message quotes it.</summary>
    internal static void Header(string? value, string argument)
    {
        if (value is not null && (value.Length == 0 || value.Any(letter => letter is < ' ' or > '~') || value[0] == ' ' || value[value.Length - 1] == ' '))
        {
            throw new ArgumentException($"{argument} must be printable ASCII without a space at its ends, as it is sent in a header.", argument);
        }
    }

    /// <summary>A token or a key, which no message quotes.</summary>
    internal static void Secret(string? value, string what, string argument)
    {
        if (value is not null && (value.Length == 0 || value.Any(letter => letter is <= ' ' or > '~')))
        {
            throw new ArgumentException($"{what} is empty, or has white space or characters outside ASCII.", argument);
        }
    }

    /// <inheritdoc cref="Header" />
    internal static void Cookie(string? value, string argument)
    {
        if (value is not null && (value.Length == 0 || value.Any(letter => letter is <= ' ' or > '~' or '"' or ',' or ';' or '\\')))
        {
            throw new ArgumentException($"{argument} must be printable ASCII without space, quotation mark, comma, semicolon and backslash, as it is sent in a cookie.", argument);
        }
    }

    private static void NoFolder(string? value, string kind, string argument)
    {
        if (value is "." or "..")
        {
            throw new ArgumentException($"{argument} is '{value}', which a URL takes for a folder, not for {kind}.", argument);
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
}
