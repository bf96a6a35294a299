using Microsoft.Extensions.Options;

namespace Amity;

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

        string[] failures = [.. Place(options), .. Caller(options), .. Settings(options), .. Connections(), .. http.Failures()];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

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
        string[] given =
        [
            .. string.IsNullOrEmpty(options.Token) ? [] : new[] { Key(nameof(options.Token)) },
            .. string.IsNullOrEmpty(options.AdminToken) ? [] : new[] { Key(nameof(options.AdminToken)) },
            // No section can hold it.
            .. options.Credential is null ? [] : new[] { $"{nameof(AmityNetworkOptions)}.{nameof(options.Credential)}" },
        ];

        return given.Length switch
        {
            0 => [$"{Key(nameof(options.Token))} is missing: give it, or {Key(nameof(options.AdminToken))}."],
            1 => Rejection(given[0], () => options.Identity()),
            _ => [BothGiven(given)],
        };
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

        return Rejection(null, () => client.Checked());
    }

    private IEnumerable<string> Connections() => AmityConnections.FollowsRedirects(handlers.CreateHandler(registration.HandlerName))
        ? [AmityFactoryHandler.Rejection(registration.HandlerName)]
        : [];

    // What a check says of its argument, under the name that the application knows.
    private IEnumerable<string> Rejection(string? key, Action check)
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
            return [$"{key ?? registration.ClientKeyOf(exception.ParamName!)}: {(suffix < 0 ? message : message.Substring(0, suffix))}"];
        }
    }
}
