namespace Amity.Sandbox.Pipeline;

/// <summary>Marks an endpoint that ordinary users may not call.</summary>
internal sealed class ModeratorsOnly
{
    public static readonly ModeratorsOnly Mark = new();
}
