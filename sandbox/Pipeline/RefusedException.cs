using Amity.Sandbox.Wire;

namespace Amity.Sandbox.Pipeline;

/// <summary>A request that is answered with a documented error.</summary>
internal sealed class RefusedException(int httpStatus, ErrorAnswer answer) : Exception(answer.Message)
{
    public int HttpStatus { get; } = httpStatus;

    public ErrorAnswer Answer { get; } = answer;
}
