namespace PactNet;

public interface IConsumerContext
{
    Uri MockServerUri { get; }
}
