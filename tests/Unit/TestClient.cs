namespace Amity.Tests.Unit;

/// <summary>Clients whose service is a script.</summary>
internal static class TestClient
{
    internal const string Token = "secret-token";

    internal const string ApiKey = "secret-api-key";

    internal const string ServerKey = "secret-server-key";

    internal static readonly Uri Address = new("https://api.example.com");

    internal static RoomsClient Rooms(HttpMessageHandler handler) => Over(handler).Rooms;

    internal static AmityClient Over(HttpMessageHandler handler) => At(Address, handler);

    internal static AmityClient At(Uri address, HttpMessageHandler? handler = null) =>
        new(address, AmityCredential.Bearer(Token), new AmityClientOptions { Handler = handler, MaxRetries = 0, ApiKey = ApiKey, ServerKey = ServerKey });
}
