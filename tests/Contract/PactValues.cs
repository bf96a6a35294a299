namespace Amity.Tests.Contract;

/// <summary>The ids, tokens and names that the pact fixes and that provider states bring about.</summary>
internal static class PactValues
{
    public const string Room = "65f0c1d2a3b4c5d6e7f80912";
    public const string UnknownRoom = "no-such-room";
    public const string Playback = "01JNP4Y7Q2T9";
    public const string UnknownPlayback = "no-such-recording";
    public const string Image = "5f3a9c0e7d2b4a18";
    public const string Host = "ann";
    public const string CoHost = "ben";
    public const string Nonce = "7b1d3f0a9c5e4826";
    public const string Moderator = "mona";
    public const string ModeratorToken = "token-of-a-moderator";
    public const string Viewer = "vic";
    public const string ViewerToken = "token-of-a-viewer";
    public const string UnknownToken = "token-that-nobody-has";
    public const string PageToken = "token-of-the-next-page";
}
