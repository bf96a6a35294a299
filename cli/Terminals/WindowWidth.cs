using System.Globalization;

namespace Amity.Cli.Terminals;

/// <summary>How many columns the terminal shows.</summary>
internal static class WindowWidth
{
    private const int Usual = 80;

    /// <summary>The window's own width; where it has none, as in some pseudo-terminals, that of COLUMNS.</summary>
    public static int Current => Console.WindowWidth is > 0 and var width ? width : OfEnvironment ?? Usual;

    private static int? OfEnvironment
    {
        get
        {
            var variable = Environment.GetEnvironmentVariable("COLUMNS");
            return int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns : null;
        }
    }
}
