namespace PactNet.Exceptions;

public class PactFailureException(string message) : Exception(message);
