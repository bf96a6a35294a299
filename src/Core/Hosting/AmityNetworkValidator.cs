using Amity.Core.Arguments;
using Amity.Core.Http;
using Microsoft.Extensions.Options;

namespace Amity.Core.Hosting;

/// <summary>Rejects options that no client can be made of, by the names that the application gave them; never shows a token.</summary>
internal sealed class AmityNetworkValidator(
    AmityRegistration registration,
    IHttpMessageHandlerFactory handlers,
    AmityHttpClientSettings http) : IValidateOptions<AmityNetworkOptions>
{
    public ValidateOptionsResult Validate(string? name, AmityNetworkOptions options)
    {
        if (name != registration.Name)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] failures =
        [
            .. Place(options), .. Caller(options), .. Keys(options), .. RateLimit(options), .. Settings(options), .. Connections(),
            .. http.Failures(),
        ];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    // No section can hold it.
    private static string CredentialKey => $"{nameof(AmityNetworkOptions)}.{nameof(AmityNetworkOptions.Credential)}";

    private string Key(string option) => registration.KeyOf(option);

    private IEnumerable<string> Place(AmityNetworkOptions options)
    {
        var region = Key(nameof(options.Region));
        var address = Key(nameof(options.BaseAddress));
        return (string.IsNullOrEmpty(options.Region), options.BaseAddress) switch
        {
            (true, null) => [$"{region} is missing: name the region, or give {address}."],
            (false, not null) => [BothGiven([region, address])],
            // Without the value: somebody may have put a token there.
            (false, null) => Rejection(region, () => AmityRegion.Parse(options.Region!))
                .Select(_ => $"{region}: the value is not a region; the regions are us, eu and sg."),
            (true, { } given) => Rejection(address, () => AmityClient.CheckAddress(given, options.Client ?? new())),
        };
    }

    private IEnumerable<string> Caller(AmityNetworkOptions options)
    {
        var given = Credentials(options);
        return given.Length switch
        {
            0 when HasKey(options) => [],
            0 =>
            [
                $"{Key(nameof(options.Token))} is missing: give it, or {Key(nameof(options.AdminToken))}, "
                + $"or only {Key(nameof(options.ApiKey))} or {Key(nameof(options.ServerKey))}.",
            ],
            1 => Rejection(given[0], () => Guard.Secret(TokenOf(options), "The token", given[0])),
            _ => [BothGiven(given)],
        };
    }

    private string[] Credentials(AmityNetworkOptions options) =>
    [
        .. string.IsNullOrEmpty(options.Token) ? [] : new[] { Key(nameof(options.Token)) },
        .. string.IsNullOrEmpty(options.AdminToken) ? [] : new[] { Key(nameof(options.AdminToken)) },
        .. options.Credential is null ? [] : new[] { CredentialKey },
    ];

    private static bool HasKey(AmityNetworkOptions options) =>
        !string.IsNullOrEmpty(options.ApiKey) || !string.IsNullOrEmpty(options.ServerKey)
        || options.Client is { ApiKey: not null } or { ServerKey: not null };

    private static string? TokenOf(AmityNetworkOptions options) =>
        new[] { options.Token, options.AdminToken }.FirstOrDefault(token => !string.IsNullOrEmpty(token));

    private IEnumerable<string> Keys(AmityNetworkOptions options) =>
    [
        .. KeyFailures(nameof(options.ApiKey), options.ApiKey, options.Client?.ApiKey),
        .. KeyFailures(nameof(options.ServerKey), options.ServerKey, options.Client?.ServerKey),
    ];

    private IEnumerable<string> KeyFailures(string option, string? key, string? clients) => (string.IsNullOrEmpty(key), clients) switch
    {
        (true, _) => [],
        (false, null) => Rejection(Key(option), () => Guard.Secret(key, "The key", option)),
        (false, not null) => [BothGiven([Key(option), registration.ClientKeyOf(option)])],
    };

    private IEnumerable<string> RateLimit(AmityNetworkOptions options)
    {
        if (options.RateLimit is not { } limit)
        {
            return [];
        }

        var key = Key(nameof(options.RateLimit));
        return options.Credential is not null ? [BothGiven([key, CredentialKey])]
            : Credentials(options).Length == 0 && HasKey(options) ? [$"{key} is given, but no credential that it would limit."]
            : Rejection(limit.Check, registration.RateLimitKeyOf);
    }

    private static string BothGiven(IEnumerable<string> keys) =>
        $"{string.Join(" and ", keys)} are given together: keep one, and set the other to null.";

    private IEnumerable<string> Settings(AmityNetworkOptions options)
    {
        if (options.Client is not { } client)
        {
            return [$"{Key(nameof(options.Client))} is null."];
        }

        if (client.Handler is not null)
        {
            var handler = registration.ClientKeyOf(nameof(client.Handler));
            return [$"{handler} is given: the connections are those of IHttpClientFactory, so set its primary handler on what AddAmity returns."];
        }

        return Rejection(() => client.Checked(), registration.ClientKeyOf);
    }

    private IEnumerable<string> Connections() => AmityConnections.FollowsRedirects(handlers.CreateHandler(registration.HandlerName))
        ? [AmityFactoryHandler.Rejection(registration.HandlerName)]
        : [];

    private static IEnumerable<string> Rejection(string key, Action check) => Rejection(check, _ => key);

    // What a check says of its argument, under the name that the application knows.
    private static IEnumerable<string> Rejection(Action check, Func<string, string> keyOf)
    {
        try
        {
            check();
            return [];
        }
        catch (ArgumentException exception)
        {
            var message = exception.Message.Split(['\r', '\n'])[0];
            var suffix = message.IndexOf(" (Parameter", StringComparison.Ordinal);
            return [$"{keyOf(exception.ParamName!)}: {(suffix < 0 ? message : message.Substring(0, suffix))}"];
        }
    }
}
