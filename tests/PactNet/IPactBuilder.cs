namespace PactNet;

public interface IPactBuilder
{
    void Verify(Action<IConsumerContext> interact);

    Task VerifyAsync(Func<IConsumerContext, Task> interact);
}

public interface IPactBuilderV4 : IPactBuilder
{
    IRequestBuilderV4 UponReceiving(string description);
}
