namespace Amity.Tests.Contract.AnyProvider;

/// <summary>The provider, and the room of it, that environment variables name.</summary>
/// <param name="variable">Reads a variable.</param>
internal sealed class NamedProvider(Func<string, string?> variable)
{
    public const string AddressName = "AMITY_PROVIDER_URL";
    public const string TokenName = "AMITY_PROVIDER_TOKEN";
    public const string RoomName = "AMITY_PROVIDER_ROOM";

    private const int LongestRoomId = 50;

    private static readonly string[] Names = [AddressName, TokenName, RoomName];

    /// <summary>Whether a provider is asked for, be it only in part.</summary>
    public bool IsNamed => Names.Any(IsSet);

    public Uri Address => new(variable(AddressName)!);

    public string Token => variable(TokenName)!;

    public string Room => variable(RoomName)!;

    /// <summary>Why the variables name no provider that can be verified, without their values; null when they do.</summary>
    public string? Problem
    {
        get
        {
            if (Names.FirstOrDefault(name => !IsSet(name)) is { } missing)
            {
                return $"{missing} is not set: a provider is named by {AddressName}, {TokenName} and {RoomName}.";
            }

            if (!Uri.TryCreate(variable(AddressName), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
                || address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
            {
                return $"{AddressName} must be an absolute http or https address without user, query or fragment.";
            }

            if (address.Scheme == "http" && !address.IsLoopback)
            {
                return $"{AddressName} is plain http, where anybody on the way can read the token: only this machine may be called over http.";
            }

            if (!Token.All(character => character is > ' ' and <= '~'))
            {
                return $"{TokenName} has a character that a header cannot carry, such as a space or a line break.";
            }

            return Room.EnumerateRunes().Count() > LongestRoomId ? $"{RoomName} is longer than {LongestRoomId} characters." : null;
        }
    }

    private bool IsSet(string name) => variable(name) is { Length: > 0 };
}
