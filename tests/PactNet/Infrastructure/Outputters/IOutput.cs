namespace PactNet.Infrastructure.Outputters;

public interface IOutput
{
    void WriteLine(string line);
}
