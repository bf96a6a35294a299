using System.Globalization;

namespace Amity;

/// <summary>Instants as the service writes them: ISO 8601 in UTC, <c>2025-11-06T09:29:08.260Z</c>.</summary>
internal static class InstantText
{
    /// <summary>UTC with Z, milliseconds, and finer digits only where there are any.</summary>
    internal static string Format(DateTimeOffset instant)
    {
        var wholeMilliseconds = instant.Ticks % TimeSpan.TicksPerMillisecond == 0;
        var format = wholeMilliseconds ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
        return instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    internal static bool TryParse(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>Reads the service's own form, with or without up to seven digits of a second, straight from UTF-8; anything else is left to <see cref="TryParse"/>.</summary>
    internal static bool TryReadUtc(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is < 20 or > 28
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[text.Length - 1] != 'Z'
            || !TryRead(text.Slice(0, 4), out var year) || !TryRead(text.Slice(5, 2), out var month) || !TryRead(text.Slice(8, 2), out var day)
            || !TryRead(text.Slice(11, 2), out var hour) || !TryRead(text.Slice(14, 2), out var minute) || !TryRead(text.Slice(17, 2), out var second)
            || !TryReadFraction(text.Slice(19, text.Length - 20), out var ticks)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        instant = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks));
        return true;
    }

    private static bool TryReadFraction(ReadOnlySpan<byte> text, out int ticks)
    {
        ticks = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] != '.' || text.Length == 1 || !TryRead(text.Slice(1), out ticks))
        {
            return false;
        }

        for (var digits = text.Length - 1; digits < 7; digits++)
        {
            ticks *= 10;
        }

        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
