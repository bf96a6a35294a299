namespace Amity.Tests.Contract;

/// <summary>The ids, tokens and names that the pacts fix and that provider states bring about.</summary>
internal static class PactValues
{
    public const string Room = "65f0c1d2a3b4c5d6e7f80912";
    public const string Unknown = "no-such-id";
    public const string Playback = "01JNP4Y7Q2T9";
    public const string AdminToken = "token-of-an-admin";
    public const string Viewer = "vic";
    public const string ViewerToken = "token-of-a-viewer";
    public const string UnknownToken = "token-that-nobody-has";
    public const string ApiKey = "key-of-the-application";
    public const string ServerKey = "key-of-the-server";
    public const string PageToken = "token-of-the-next-page";
}
