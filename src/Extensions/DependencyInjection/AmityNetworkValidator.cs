using Microsoft.Extensions.Options;

namespace Amity;

/// <summary>Refuses options that no client can be made of, by the names that the application gave them; never shows a token.</summary>
internal sealed class AmityNetworkValidator(AmityRegistration registration, IHttpMessageHandlerFactory handlers) : IValidateOptions<AmityNetworkOptions>
{
    public ValidateOptionsResult Validate(string? name, AmityNetworkOptions options)
    {
        if (name != registration.Name)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] failures = [.. Place(options), .. Caller(options), .. Settings(options), .. Connections()];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private string Key(string option) => registration.KeyOf(option);

    private string ClientKey(string option) => registration.KeyOf($"{nameof(AmityNetworkOptions.Client)}:{option}");

    private IEnumerable<string> Place(AmityNetworkOptions options)
    {
        var region = Key(nameof(options.Region));
        var address = Key(nameof(options.BaseAddress));
        if (options.Region is null == options.BaseAddress is null)
        {
            return [options.Region is null ? $"{region} is missing: name the region, or give {address}." : $"{region} and {address} are both given: keep one."];
        }

        return options.Region is { } name
            ? Refusal(region, () => AmityRegion.Parse(name))
            : Refusal(address, () => AmityClient.CheckAddress(options.BaseAddress!, options.Client ?? new()));
    }

    private IEnumerable<string> Caller(AmityNetworkOptions options)
    {
        var given = new[]
        {
            (Name: nameof(options.Token), Given: options.Token is not null),
            (Name: nameof(options.AdminToken), Given: options.AdminToken is not null),
            (Name: nameof(options.Credential), Given: options.Credential is not null),
        }.Where(credential => credential.Given).Select(credential => credential.Name).ToArray();

        return given.Length switch
        {
            0 => [$"{Key(nameof(options.Token))} is missing: give it, or {Key(nameof(options.AdminToken))}."],
            1 => Refusal(Key(given[0]), () => options.Identity()),
            _ => [$"{string.Join(" and ", given.Select(Key))} are both given: keep one."],
        };
    }

    private IEnumerable<string> Settings(AmityNetworkOptions options)
    {
        if (options.Client is not { } client)
        {
            return [$"{Key(nameof(options.Client))} is null."];
        }

        if (client.Handler is not null)
        {
            return [$"{ClientKey(nameof(client.Handler))} is given: the connections are those of IHttpClientFactory, so set its primary handler on what AddAmity returns."];
        }

        return Refusal(null, () => client.Checked());
    }

    private IEnumerable<string> Connections() => AmityConnections.FollowsRedirects(handlers.CreateHandler(registration.HandlerName))
        ? [$"{AmityFactoryHandler.Refusal(registration.HandlerName)}"]
        : [];

    // What a check says of its argument, under the name that the application knows.
    private IEnumerable<string> Refusal(string? key, Action check)
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
            return [$"{key ?? ClientKey(exception.ParamName!)}: {(suffix < 0 ? message : message.Substring(0, suffix))}"];
        }
    }
}
