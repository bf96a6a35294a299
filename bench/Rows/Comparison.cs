using System.Globalization;
using Amity.Bench.Measuring;

namespace Amity.Bench.Rows;

/// <summary>One line of the table.</summary>
internal sealed record Comparison(string Measure, string Against, string Ours, string Theirs, double Ratio, RatioLimit? Limit = null)
{
    internal static Comparison OfTimes(string measure, Measurements ours, Measurements theirs, RatioLimit? limit = null) =>
        Of(measure, theirs.Name, ours.Microseconds, theirs.Microseconds, Time, limit);

    internal static Comparison OfBytes(string measure, Measurements ours, Measurements theirs, RatioLimit? limit = null) =>
        Of(measure, theirs.Name, ours.Bytes, theirs.Bytes, Size, limit);

    internal static Comparison Of(
        string measure,
        string against,
        IReadOnlyList<double> ours,
        IReadOnlyList<double> theirs,
        Func<double, string> format,
        RatioLimit? limit) =>
        new(measure, against, format(Median.Of(ours)), format(Median.Of(theirs)), Median.OfRatios(ours, theirs), limit);

    internal static string Time(double microseconds) => microseconds switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds:F0} µs"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1000:F0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000:F2} s"),
    };

    internal static string Size(double bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes:F0} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024:F1} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024:F1} MB"),
    };
}

/// <summary>The most that a ratio may be, and the goal that is worth reaching.</summary>
internal sealed record RatioLimit(double Limit, double Goal);
