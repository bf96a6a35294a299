using System.Diagnostics;
using System.Globalization;
using Amity.Bench;
using Amity.Bench.Precise;
using Amity.Bench.Rows;
using Amity.Bench.Server;

switch (args)
{
    // The two processes that this one starts.
    case ["serve"]:
        return await BenchServer.RunAsync();
    case ["enumeration", var address, var pages]:
        return await EnumerationProcess.RunAsync(new Uri(address), int.Parse(pages, CultureInfo.InvariantCulture));
}

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using var server = new ServerProcess();
var stage = new Stage(server, arguments.Quick);
var comparisons = new List<Comparison>();
foreach (var row in AllRows.Short.Concat(AllRows.Long).Where(row => arguments.Only is null || row.Name == arguments.Only))
{
    Console.Error.Write($"measuring {row.Name} … ");
    var start = Stopwatch.GetTimestamp();
    var isPrecise = !arguments.Quick && AllRows.Short.Contains(row);
    comparisons.AddRange(isPrecise ? PreciseRun.Of(row.Name, server.Address) : await row.RunAsync(stage));
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
}

MarkdownTable.Print(comparisons);
return 0;
