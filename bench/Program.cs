using System.Diagnostics;
using System.Globalization;
using Amity.Bench;
using Amity.Bench.Precise;
using Amity.Bench.Rows;
using Amity.Bench.Server;

switch (args)
{
    // The processes that this one starts.
    case ["serve"]:
        return await BenchServer.RunAsync();
    case ["enumeration", var address, var pages]:
        return await EnumerationProcess.RunAsync(new Uri(address), int.Parse(pages, CultureInfo.InvariantCulture));
    case ["bulk", var address, var measure, var users]:
        return await BulkProcess.RunAsync(new Uri(address), measure, int.Parse(users, CultureInfo.InvariantCulture));
}

if (BenchOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

using var server = new ServerProcess();
var context = new RowContext(server, options.Quick);
var comparisons = new List<Comparison>();
foreach (var row in AllRows.Short.Concat(AllRows.Long).Where(row => options.Only is null || row.Name == options.Only))
{
    Console.Error.Write($"measuring {row.Name} … ");
    var start = Stopwatch.GetTimestamp();
    var isPrecise = !options.Quick && AllRows.Short.Contains(row);
    comparisons.AddRange(isPrecise ? PreciseRun.Of(row.Name, server.Address) : await row.RunAsync(context));
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
}

MarkdownTable.Print(comparisons);
return 0;
