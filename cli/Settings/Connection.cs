using System.CommandLine;
using Amity.Cli.Errors;
using Amity.Cli.Terminals;

namespace Amity.Cli.Settings;

/// <summary>Which service is called, and as whom; its text form does not show the token.</summary>
internal sealed record Connection(Uri Address, string Place, AmityCredential Credential, string TokenSource, SecretMask Token)
{
    /// <summary>Reads options and environment.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="needsToken">Whether requests are really sent.</param>
    public static Connection Read(ParseResult parsed, bool needsToken)
    {
        var (address, place) = ReadAddress(parsed);
        var (token, adminToken) = Setting.OneOf(parsed, (SharedOptions.Token, EnvironmentNames.Token), (SharedOptions.AdminToken, EnvironmentNames.AdminToken));
        if ((token ?? adminToken) is not { } given)
        {
            return needsToken
                ? throw new UsageException(
                    $"There is no token: set {EnvironmentNames.Token} or {EnvironmentNames.AdminToken}, or add --sandbox to try it without one.")
                : new Connection(address, place, AmityCredential.Bearer("none"), "none", new SecretMask("none"));
        }

        return new Connection(address, place, MakeCredential(given, isAdmin: token is null), given.Source, new SecretMask(given.Value));
    }

    private static AmityCredential MakeCredential(Setting token, bool isAdmin)
    {
        try
        {
            return isAdmin ? AmityCredential.AdminToken(token.Value) : AmityCredential.Bearer(token.Value);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"{token.Source} cannot be a token: it is empty, or has characters that a header cannot carry.");
        }
    }

    private static (Uri Address, string Place) ReadAddress(ParseResult parsed)
    {
        // Neither value is repeated: somebody may have put a token in its place.
        var (region, address) = Setting.OneOf(parsed, (SharedOptions.Region, EnvironmentNames.Region), (SharedOptions.BaseUrl, EnvironmentNames.BaseUrl));
        if (region is not null)
        {
            try
            {
                var known = AmityRegion.Parse(region.Value);
                return (known.BaseAddress, $"region {known}");
            }
            catch (ArgumentException)
            {
                throw new UsageException($"{region.Source} is not a region: use us, eu or sg, as the social.plus console shows.");
            }
        }

        if (address is null)
        {
            throw new UsageException(
                $"No region or address is set: set {EnvironmentNames.Region} to us, eu or sg, or add --sandbox to try it without an account.");
        }

        return Uri.TryCreate(address.Value, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? (uri, uri.GetLeftPart(UriPartial.Authority))
            : throw new UsageException($"{address.Source} is not an http or https address, such as https://apix.eu.amity.co.");
    }
}
