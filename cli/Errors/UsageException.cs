namespace Amity.Cli.Errors;

/// <summary>The command cannot be run as it was given; the message says what to do.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);
