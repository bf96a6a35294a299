using Amity.Cli.Settings;
using Amity.Cli.Terminals;

namespace Amity.Cli.Errors;

/// <summary>What went wrong and what to do about it, in one line and an exit code.</summary>
internal sealed record Explanation(string Line, int ExitCode)
{
    public static Explanation Of(Exception exception, Connection? connection) => exception switch
    {
        UsageException => new(exception.Message, CliExitCodes.Usage),
        // Only the library checks an argument before it sends anything.
        ArgumentException { Source: nameof(Amity) } argument => new($"{WithoutParameter(argument)} Nothing was sent.", CliExitCodes.Usage),
        AmityException failure => new(LineOf(failure, connection), CliExitCodes.Failed),
        OperationCanceledException => new("Stopped.", CliExitCodes.Failed),
        _ when Terminal.IsOutputClosed(exception) => new("The standard output is closed.", CliExitCodes.Failed),
        IOException or UnauthorizedAccessException => new(exception.Message, CliExitCodes.Failed),
        _ => new(Unexpected(exception), CliExitCodes.Failed),
    };

    /// <summary>Why a single id was rejected, for its row.</summary>
    public static string ReasonOf(Exception exception) => exception switch
    {
        AmityApiException rejection => $"{WordsOf(rejection)} ({StatusOf(rejection)})",
        AmityTransportException failure => $"no usable response ({failure.Failure})",
        OperationCanceledException => "stopped before its response came",
        _ => exception.Message,
    };

    private static string Unexpected(Exception exception) =>
        $"This should not happen ({exception.GetType().Name}): {exception.Message.TrimEnd('.')}. --verbose shows more, for a report.";

    private static string LineOf(AmityException failure, Connection? connection)
    {
        var line = failure switch
        {
            AmityApiException rejection => LineOf(rejection, connection),
            AmityTransportException lost => LineOf(lost, connection?.Address),
            _ => "The service's list cannot be read to its end: its continuation tokens repeat, never end, or are too long to send.",
        };
        return line
            + (failure.MayHaveSucceeded ? " The change may have been made all the same: look before you repeat it." : null)
            + Continuation(failure, connection);
    }

    /// <summary>How to resume a list, where that leads anywhere.</summary>
    private static string? Continuation(AmityException failure, Connection? connection) => failure.ContinuationToken switch
    {
        null or "" => null,
        _ when failure is AmityPagingException => null,
        { } token when connection?.Token.IsIn(token) is true => " The continuation token is not shown, because it contains the credential.",
        { } token => $" Resume with --from {ShellWord.Of(token)}",
    };

    private static string LineOf(AmityApiException rejection, Connection? connection) => rejection.Category switch
    {
        AmityErrorCategory.Unauthorized =>
            $"The token from {connection?.TokenSource} was rejected ({StatusOf(rejection)}): get a new one, and check that its network is in "
                + $"{connection?.Place}.",
        AmityErrorCategory.Forbidden =>
            $"The token may not do this ({StatusOf(rejection)}, {WordsOf(rejection)}): use one of a moderator or admin.",
        AmityErrorCategory.NotFound => $"{WordsOf(rejection)} ({StatusOf(rejection)}): check the ids; amity rooms list shows the rooms.",
        AmityErrorCategory.RateLimited =>
            $"Too many requests ({StatusOf(rejection)}): somebody else uses this token too; wait a few seconds and try again.",
        AmityErrorCategory.QuotaUsedUp =>
            $"The daily read quota of this visitor or bot is used up ({StatusOf(rejection)}): try again tomorrow, or with another token.",
        AmityErrorCategory.ServiceFailure => $"The service failed ({StatusOf(rejection)}): try again later.",
        _ => $"The service rejected {rejection.Operation}: {WordsOf(rejection)} ({StatusOf(rejection)}).",
    };

    private static string LineOf(AmityTransportException failure, Uri? address) =>
        LineOf(failure, address?.Authority ?? "the service", ProxyFor(address));

    // One line for each kind; the last is for a response that is not the API's.
    private static string LineOf(AmityTransportException failure, string host, string proxy) => failure.Failure switch
    {
        AmityTransportFailure.NameResolution => $"{host} is not found: check the network, and the region or address.",
        AmityTransportFailure.Unreachable => $"{host} cannot be reached: check the network, and the region or address.",
        AmityTransportFailure.Tls => $"There is no trusted connection to {host}: check this machine's clock and certificates, and {proxy}.",
        AmityTransportFailure.Timeout => $"{host} did not respond in time: try again later.",
        AmityTransportFailure.Reset => $"The connection to {host} broke: check the network, and try again.",
        AmityTransportFailure.ProxyRejected => $"{host} cannot be reached: {proxy} rejected the connection"
            + (failure.ProxyStatusCode is { } status ? $" (HTTP {status})" : null)
            + ". Nothing was sent: check the proxy's address and password.",
        AmityTransportFailure.InvalidHttp => $"{host} does not speak HTTP: check the address, and {proxy}.",
        AmityTransportFailure.Redirected => $"The response came from another address than {host}: check the address, and {proxy}.",
        AmityTransportFailure.Disposed => "The client was closed during the call.",
        _ => $"{host} does not respond as the social.plus API does ({failure.Failure}): check the address, and {proxy}.",
    };

    /// <summary>The proxy that requests to an address go through, without its password.</summary>
    private static string ProxyFor(Uri? address)
    {
        var system = HttpClient.DefaultProxy;
        return address is { IsLoopback: false } && !system.IsBypassed(address) && system.GetProxy(address) is { } proxy
            ? $"the proxy {proxy.Authority}"
            : "any proxy on the way";
    }

    private static string StatusOf(AmityApiException rejection) =>
        $"HTTP {rejection.StatusCode}{(rejection.ErrorCode is { } code ? $", code {code}" : null)}";

    private static string WordsOf(AmityApiException rejection) => rejection.ServiceMessage?.TrimEnd('.') ?? "without a reason";

    /// <summary>The library's words, without its names for the argument.</summary>
    private static string WithoutParameter(ArgumentException exception)
    {
        const string Request = "request.";
        var parameter = $" (Parameter '{exception.ParamName}')";
        var message = exception.Message.Replace(parameter, null, StringComparison.Ordinal).ReplaceLineEndings(" ");
        return message.StartsWith(Request, StringComparison.Ordinal) ? message[Request.Length..] : message;
    }
}
