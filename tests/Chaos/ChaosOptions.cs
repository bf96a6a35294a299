using System.Globalization;

namespace Amity.Tests.Chaos;

/// <summary>What the command line says.</summary>
internal sealed record ChaosOptions(int Seconds, int Seed, int Seeds)
{
    internal const string Usage = """
        Usage: dotnet run -c Release --project tests/Chaos -- [--seconds N] [--seed N] [--seeds K]
          --seconds  how long the load lasts, over all seeds together, 1 to 3600; 20 by default
          --seed     the first seed; 1 by default
          --seeds    how many seeds, counted up from the first one, share the seconds, 1 to 100; 1 by default
        """;

    internal TimeSpan LoadPerSeed => TimeSpan.FromSeconds((double)Seconds / Seeds);

    /// <summary>Reads the command line; null when it is not usable.</summary>
    internal static ChaosOptions? Read(string[] args)
    {
        var options = new ChaosOptions(Seconds: 20, Seed: 1, Seeds: 1);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            switch (args[i])
            {
                case "--seconds" when value is >= 1 and <= 3600:
                    options = options with { Seconds = value };
                    break;
                case "--seed" when value <= int.MaxValue - 100:
                    options = options with { Seed = value };
                    break;
                case "--seeds" when value is >= 1 and <= 100:
                    options = options with { Seeds = value };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
