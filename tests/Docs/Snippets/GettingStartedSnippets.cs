using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/getting-started.md; each region is one block.</summary>
internal static class GettingStartedSnippets
{
    public static async Task<string?> ClientAsync(string token, string roomId)
    {
        #region Client
        using var client = new AmityClient(AmityRegion.Eu, AmityCredential.Bearer(token));
        var room = await client.Rooms.GetRoomAsync(roomId);
        #endregion
        return room.Title;
    }

    public static async Task<IReadOnlyList<Room>> OptionsAsync(AmityClient client)
    {
        #region Options
        var options = new ListRoomsOptions { Statuses = [RoomStatus.Live], SortBy = RoomSortOrder.LastCreated };
        var page = await client.Rooms.ListRoomsAsync(options).GetPageAsync();
        #endregion
        return page.Items;
    }

    public static async Task<RoomResult> IncludedAsync(AmityClient client, string roomId)
    {
        #region Included
        var room = await client.Rooms.GetRoomAsync(roomId);
        Console.WriteLine($"{room.Title} by {room.Creator?.DisplayName}, {room.Children.Count} child rooms");

        var response = (RoomResult)room.Included!;
        Console.WriteLine($"{response.Users.Count} users, {response.Files.Count} files");
        #endregion
        return response;
    }

    public static AmityCredential RenewedToken(ITokens tokens)
    {
        #region Renewed token
        var credential = AmityCredential.FromProvider(async cancellationToken =>
        {
            var issued = await tokens.IssueAsync(cancellationToken);
            return new AmityToken(issued.Value, issued.ExpiresAt);
        });
        #endregion
        return credential;
    }

    public static IReadOnlyList<string?> Keys(string serverKey, string apiKey)
    {
        #region Keys
        var keys = new AmityClientOptions { ServerKey = serverKey, ApiKey = apiKey };
        using var backend = new AmityClient(AmityRegion.Eu, AmityCredential.None, keys);
        #endregion
        IReadOnlyList<string?> taken = [];
        using var copy = backend.With(options => taken = [options.ServerKey, options.ApiKey]);
        return taken;
    }

    public static AmityClient User(AmityClient backend, string userId, string deviceId)
    {
        #region User
        var user = backend.WithCredential(AmityCredential.FromProvider(async cancellationToken =>
        {
            var authToken = await backend.Authentication.CreateAuthTokenAsync(new() { UserId = userId }, cancellationToken);
            var session = await backend.Sessions.CreateSessionAsync(
                new() { UserId = userId, DeviceId = deviceId, AuthToken = authToken }, cancellationToken);
            return new AmityToken(session.AccessToken!, session.ExpiresAt);
        }));
        #endregion
        return user;
    }

    public static async Task EndSessionsAsync(AmityClient backend, string adminToken, string userId)
    {
        #region End sessions
        using var admin = backend.WithCredential(AmityCredential.AdminToken(adminToken));
        await admin.Sessions.DeleteUserSessionsAsync(userId);
        #endregion
    }

    public static async Task<Room> OtherSettingsAsync(AmityClient client, string roomId)
    {
        #region Other settings
        using var impatient = client.With(options => (options.MaxRetries, options.Timeout) = (0, TimeSpan.FromSeconds(2)));
        var room = await impatient.Rooms.GetRoomAsync(roomId);
        #endregion
        return room;
    }

    public static void Registration(IHostApplicationBuilder builder)
    {
        #region Registration
        builder.Services.AddAmity(builder.Configuration.GetSection("Amity"));
        #endregion
    }

    public static void Connections(IServiceCollection services, IConfigurationSection section)
    {
        #region Connections
        services.AddAmity("tenant", section)
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Tenant", "kitchen"))
            .AddHttpMessageHandler(() => new AuditHandler());
        #endregion
    }

    public static void SeveralNetworks(IHostApplicationBuilder builder, WebApplication app)
    {
        #region Several networks
        builder.Services.AddAmity("eu", builder.Configuration.GetSection("Amity:Eu"));
        builder.Services.AddAmity("us", builder.Configuration.GetSection("Amity:Us"));

        app.MapDelete("/rooms/{roomId}", ([FromKeyedServices("eu")] RoomsClient rooms, string roomId) => rooms.DeleteRoomAsync(roomId));
        #endregion
    }

    public static void CredentialFromAService(IServiceCollection services)
    {
        #region Credential from a service
        services.AddAmity("sg", options => options.Region = "sg");
        services.AddOptions<AmityNetworkOptions>("sg").Configure<ITokens>((options, tokens) =>
            options.Credential = AmityCredential.FromProvider(async cancellationToken =>
                new AmityToken((await tokens.IssueAsync(cancellationToken)).Value)));
        #endregion
    }

    public static AmityCredential SeveralInstances(string token)
    {
        #region Several instances
        var credential = AmityCredential.Bearer(token, new AmityRateLimit(requests: 33));
        #endregion
        return credential;
    }

    private sealed class AuditHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Audit", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }

    internal interface ITokens
    {
        Task<(string Value, DateTimeOffset ExpiresAt)> IssueAsync(CancellationToken cancellationToken);
    }
}
