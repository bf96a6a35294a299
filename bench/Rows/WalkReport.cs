using System.Globalization;

namespace Amity.Bench.Rows;

/// <summary>What a walking process tells of itself, as one line of text.</summary>
internal sealed record WalkReport(double PeakWorkingSet, double Held, double FirstPages, double LastPages)
{
    internal static WalkReport Parse(string line) =>
        line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray() is [var set, var held, var first, var last]
            ? new WalkReport(set, held, first, last)
            : throw new FormatException(line);

    internal string Text => string.Create(CultureInfo.InvariantCulture, $"{PeakWorkingSet} {Held} {FirstPages} {LastPages}");
}
