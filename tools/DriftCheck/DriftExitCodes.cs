namespace Amity.DriftCheck;

/// <summary>What the program reports to a script.</summary>
internal static class DriftExitCodes
{
    public const int NoDrift = 0;
    public const int Drift = 1;
    public const int CouldNotCheck = 2;
}
