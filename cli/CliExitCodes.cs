namespace Amity.Cli;

/// <summary>What the program reports to a script.</summary>
internal static class CliExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int PartlyDone = 3;
}
