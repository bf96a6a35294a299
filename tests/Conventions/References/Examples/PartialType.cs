namespace Amity.Tests.Conventions.References.Examples;

internal static partial class PartialType
{
    internal static void Run()
    {
    }
}
