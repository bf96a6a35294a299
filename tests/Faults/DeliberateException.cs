namespace Amity.Tests.Faults;

/// <summary>Thrown on purpose, to see that it is found.</summary>
internal sealed class DeliberateException(string message, Exception? innerException = null) : Exception(message, innerException);
