namespace PactNet;

public enum PactLogLevel
{
    Trace,
    Debug,
    Information,
    Warn,
    Error,
    None,
}
