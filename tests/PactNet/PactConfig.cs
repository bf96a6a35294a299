using System.Text.Json;
using PactNet.Infrastructure.Outputters;

namespace PactNet;

public class PactConfig
{
    public string PactDir { get; set; } = Path.GetFullPath(Path.Combine("..", "..", "..", "pacts"), AppContext.BaseDirectory);

    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    public IEnumerable<IOutput> Outputters { get; set; } = [new ConsoleOutput()];

    public JsonSerializerOptions DefaultJsonSettings { get; set; } = new();

    public void WriteLine(string line)
    {
        foreach (var output in Outputters)
        {
            output.WriteLine(line);
        }
    }
}
