using Amity.Bench.Rows;

namespace Amity.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchOptions(bool Quick, string? Only)
{
    internal static string Usage =>
        $"""
        Usage: dotnet run -c Release --project bench -- [--quick] [--only NAME]
          --quick      one table in a minute and a half; without it BenchmarkDotNet measures the short rows, which takes long
          --only NAME  one row only: {string.Join(", ", AllRows.Names)}
        """;

    /// <summary>Null when the command line asks for something else.</summary>
    internal static BenchOptions? Parse(ReadOnlySpan<string> args)
    {
        var result = new BenchOptions(Quick: false, Only: null);
        while (!args.IsEmpty)
        {
            switch (args)
            {
                case ["--quick", ..]:
                    result = result with { Quick = true };
                    args = args[1..];
                    break;
                case ["--only", var name, ..] when AllRows.Names.Contains(name):
                    result = result with { Only = name };
                    args = args[2..];
                    break;
                default:
                    return null;
            }
        }

        return result;
    }
}
