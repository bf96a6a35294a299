namespace Amity.DriftCheck;

/// <summary>The check cannot be made; the message is the one line that says why.</summary>
internal sealed class CannotCheckException(string message) : Exception(message);
