namespace Amity.Sandbox.Pipeline;

/// <summary>Marks a request that nothing keeps from being handled any more.</summary>
internal sealed class HandlerReached
{
    public static readonly HandlerReached Mark = new();

    private HandlerReached()
    {
    }
}
