using System.Globalization;
using System.Text.RegularExpressions;

namespace Amity.Core.Json;

/// <summary>Instants as the service writes them: ISO 8601 in UTC, <c>2025-11-06T09:29:08.260Z</c>.</summary>
internal static class InstantText
{
    private static readonly TimeSpan LongestOffset = TimeSpan.FromHours(14);

    // Extended (2025-11-06T09:29:08) or basic (20251106T092908), down to the hour, with a fraction of the last part.
    private static readonly Regex Iso8601 = new(
        @"\A(?<year>[0-9]{4})(-(?<month>[0-9]{2})-(?<day>[0-9]{2})|(?<month>[0-9]{2})(?<day>[0-9]{2}))[Tt ]"
        + @"(?<hour>[0-9]{2})(:?(?<minute>[0-9]{2})(:?(?<second>[0-9]{2}))?)?([.,](?<fraction>[0-9]+))?"
        + @"(?<offset>[Zz]|(?<sign>[+-])(?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>UTC with Z, milliseconds, and finer digits only where there are any.</summary>
    internal static string Format(DateTimeOffset instant)
    {
        var wholeMilliseconds = instant.Ticks % TimeSpan.TicksPerMillisecond == 0;
        var format = wholeMilliseconds ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
        return instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The whole millisecond that an instant lies in.</summary>
    internal static DateTimeOffset ToMilliseconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMillisecond));

    /// <summary>Reads any usual form of an ISO 8601 date-time; without an offset it is UTC.</summary>
    internal static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var match = Iso8601.Match(text);
        return match.Success
            && TryDate(match, out var date)
            && TryTime(match, out var time)
            && TryOffset(match, out var offset)
            && TryCombine(date, time, offset, out instant);
    }

    /// <summary>
    /// Reads the service's own form, with or without up to seven digits of a second, straight from UTF-8; anything else is left to <see
    /// cref="TryParse"/>.
    /// </summary>
    internal static bool TryReadUtc(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length is < 20 or > 28
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[text.Length - 1] != 'Z'
            || !TryRead(text.Slice(0, 4), out var year) || !TryRead(text.Slice(5, 2), out var month) || !TryRead(text.Slice(8, 2), out var day)
            || !TryRead(text.Slice(11, 2), out var hour) || !TryRead(text.Slice(14, 2), out var minute) || !TryRead(text.Slice(17, 2), out var second)
            || !TryReadFraction(text.Slice(19, text.Length - 20), out var ticks)
            || !IsDate(year, month, day) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        instant = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks));
        return true;
    }

    private static bool IsDate(int year, int month, int day) =>
        year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month);

    private static bool TryDate(Match match, out DateTime date)
    {
        date = default;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (!IsDate(year, month, day))
        {
            return false;
        }

        date = new DateTime(year, month, day);
        return true;
    }

    private static bool TryTime(Match match, out TimeSpan time)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var part = match.Groups["second"].Success ? TimeSpan.TicksPerSecond
            : match.Groups["minute"].Success ? TimeSpan.TicksPerMinute
            : TimeSpan.TicksPerHour;
        var fraction = match.Groups["fraction"] is { Success: true } digits
            ? decimal.Parse("0." + Shortened(digits.Value), CultureInfo.InvariantCulture)
            : 0;
        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks((long)(fraction * part));

        // The end of a day may be written as hour 24.
        return minute < 60 && second < 60 && (hour < 24 || time == TimeSpan.FromHours(24));
    }

    private static bool TryOffset(Match match, out TimeSpan offset)
    {
        offset = new TimeSpan(Number(match, "hours"), Number(match, "minutes"), 0);
        var isValid = Number(match, "hours") < 24 && Number(match, "minutes") < 60;
        offset = match.Groups["sign"].Value == "-" ? -offset : offset;
        return isValid;
    }

    private static bool TryCombine(DateTime date, TimeSpan time, TimeSpan offset, out DateTimeOffset instant)
    {
        instant = default;
        var local = date.Ticks + time.Ticks;
        var utc = local - offset.Ticks;
        if (Math.Min(local, utc) < 0 || Math.Max(local, utc) > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        // .NET holds offsets up to 14 hours.
        instant = offset.Duration() <= LongestOffset ? new DateTimeOffset(local, offset) : new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    private static int Number(Match match, string part) =>
        match.Groups[part] is { Success: true } digits ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    // As many digits as a decimal holds.
    private static string Shortened(string digits) => digits.Length > 20 ? digits.Substring(0, 20) : digits;

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
