namespace Amity.Tests.Contract;

/// <summary>The provider states of the pacts, in the words that stand in them.</summary>
internal static class States
{
    /// <summary>Everything that the examples of the spec name exists, and nothing else happened before.</summary>
    public const string Examples = "the examples of the contract";

    public const string Admin = "an admin with a token";
    public const string User = "a user with a token";
    public const string CallerAtTheLimit = "a caller who has used up the rate limit";
    public const string Keys = "a network with an API key and a server key";

    public const string DirectRoom = "a room for direct streaming";
    public const string MoreBans = "more banned viewers than a page holds";
    public const string MoreRooms = "more live rooms for co-hosts than a page holds";
    public const string PageBefore = "the page before this one";
    public const string UserWhoCannotBeBanned = "a user who cannot be banned";
    public const string UsedNonce = "a watch-time nonce that was used before";

    /// <summary>Whether a provider can be in a state without being brought into it.</summary>
    public static bool IsOrdinary(string state) => state is Examples or Admin or MoreBans or MoreRooms or PageBefore;
}
