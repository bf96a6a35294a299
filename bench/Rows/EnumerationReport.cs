using System.Globalization;

namespace Amity.Bench.Rows;

/// <summary>What an enumerating process reports of itself, as one line of text.</summary>
internal sealed record EnumerationReport(double PeakWorkingSet, double Held, double FirstPages, double LastPages)
{
    internal static EnumerationReport Parse(string line) =>
        line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray() is [var set, var held, var first, var last]
            ? new EnumerationReport(set, held, first, last)
            : throw new FormatException(line);

    internal string Text => string.Create(CultureInfo.InvariantCulture, $"{PeakWorkingSet} {Held} {FirstPages} {LastPages}");
}
