using PactNet.Infrastructure.Outputters;

namespace PactNet.Verifier;

public class PactVerifierConfig
{
    public PactLogLevel LogLevel { get; set; } = PactLogLevel.Information;

    public IEnumerable<IOutput> Outputters { get; set; } = [new ConsoleOutput()];

    public void WriteLine(string line)
    {
        foreach (var output in Outputters)
        {
            output.WriteLine(line);
        }
    }
}
