using Amity.Sandbox.Wire;

namespace Amity.Sandbox.Pipeline;

/// <summary>A request that gets a documented error.</summary>
internal sealed class RejectedException(int httpStatus, ErrorResponse response) : Exception(response.Message)
{
    public int HttpStatus { get; } = httpStatus;

    public ErrorResponse Response { get; } = response;
}
