namespace Amity.DriftCheck.Contract;

/// <summary>The codes that the service's error table and its documents name.</summary>
internal static class KnownErrorCodes
{
    private static readonly HashSet<long> Codes =
    [
        400000, 400100, 400300, 400301, 400302, 400303, 400304, 400305, 400306, 400307, 400308, 400309, 400311, 400312,
        400314, 400315, 400316, 400323, 400324, 400400, 400409, 400900, 403998, 403999, 500000,
    ];

    public static bool Contains(long code) => Codes.Contains(code);
}
