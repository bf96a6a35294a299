namespace Amity.Tests.Conventions.References.Examples;

internal static class Constants
{
    internal const int Number = 1;
}

internal enum ConstantEnum
{
    One = 1,
}
