using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Amity.Tests.Hosting.Docs;

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

    public static (AsyncPages<ViewerBan> Enumeration, BulkResult Result, AmityApiException Rejection, AmityTransportException Failure) Fakes()
    {
        #region Fakes
        var enumeration = AmityFakes.Pages<ViewerBan>([new() { UserId = "ann" }, new() { UserId = "ben" }], pageSize: 1);
        var rejection = AmityFakes.ApiException("banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban a moderator");
        var result = new BulkResult([new("ann", BulkOutcome.Done), new("staff", BulkOutcome.Rejected) { Error = rejection }]);
        var failure = AmityFakes.TransportException("getRoom", AmityTransportFailure.Timeout);
        #endregion
        return (enumeration, result, rejection, failure);
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
