namespace PactNet;

public interface IPact
{
    string Consumer { get; }

    string Provider { get; }

    PactConfig Config { get; }
}

public interface IPactV4 : IPact;
