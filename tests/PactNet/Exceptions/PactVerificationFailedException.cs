namespace PactNet.Exceptions;

public class PactVerificationFailedException(string message) : PactFailureException(message);
