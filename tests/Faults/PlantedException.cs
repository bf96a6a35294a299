namespace Amity.Tests.Faults;

/// <summary>Thrown on purpose, to see that it is found.</summary>
internal sealed class PlantedException(string message, Exception? innerException = null) : Exception(message, innerException);
