namespace Amity.Sandbox.Pipeline;

/// <summary>The whole body of a request, for everyone who looks at it besides the endpoint.</summary>
internal sealed record BufferedBody(ReadOnlyMemory<byte> Bytes);
