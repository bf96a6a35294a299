namespace Amity;

/// <summary>The arguments of a call make an address that .NET cannot carry: 65,519 characters on .NET 8.</summary>
internal sealed class AddressTooLongException(string operation, int length)
    : ArgumentException($"The address of {operation} has {length} characters with these arguments, more than .NET can carry.");
