namespace Amity.Core.Arguments;

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

    internal static void OptionalId(string? value, int maximum, string argument) =>
        Reject(value is null ? null : FaultOfId(value, maximum, argument), argument);

    /// <summary>What is wrong with an id; null for nothing.</summary>
    internal static string? FaultOfId(string value, int maximum, string argument) =>
        FaultOfFolder(value, "an id", argument) ?? FaultOfText(value, 1, maximum, argument);

    /// <summary>What is wrong with an id of a list, whose place is put into words only where it is needed; null for nothing.</summary>
    internal static string? FaultOfId(string value, int maximum, string argument, long index) =>
        FaultOfId(value, maximum, argument) is null ? null : FaultOfId(value, maximum, $"{argument}[{index}]");

    /// <summary>A value that is one segment of the path, whatever it means.</summary>
    internal static void Segment(string value, string argument) =>
        Reject(FaultOfFolder(value, "a value", argument) ?? FaultOfText(value, 1, int.MaxValue, argument), argument);

    internal static void Text(string? value, int minimum, int maximum, string argument) =>
        Reject(value is null ? null : FaultOfText(value, minimum, maximum, argument), argument);

    /// <summary>A continuation token is the service's own: it may have any length.</summary>
    internal static void Token(string? value, string argument) => Reject(value is null ? null : FaultOfUnicode(value, argument), argument);

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

    private static string? FaultOfFolder(string value, string kind, string argument) =>
        value is "." or ".." ? $"{argument} is '{value}', which a URL takes for a folder, not for {kind}." : null;

    private static string? FaultOfUnicode(string value, string argument) => IllFormedAt(value) is var index and >= 0
        ? $"{argument} is not well-formed UTF-16 at character {index}; sent as it is, it would become another text."
        : null;

    private static string? FaultOfText(string value, int minimum, int maximum, string argument)
    {
        if (FaultOfUnicode(value, argument) is { } fault)
        {
            return fault;
        }

        // OpenAPI counts Unicode code points.
        var length = value.Length;
        foreach (var letter in value)
        {
            length -= char.IsLowSurrogate(letter) ? 1 : 0;
        }

        return length >= minimum && length <= maximum ? null
            : maximum == int.MaxValue ? $"{argument} has {length} characters; the limit is at least {minimum}."
            : $"{argument} has {length} characters; the limit is {minimum} to {maximum}.";
    }

    private static void Reject(string? fault, string argument)
    {
        if (fault is not null)
        {
            throw new ArgumentException(fault, argument);
        }
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
