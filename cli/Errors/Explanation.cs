using Amity.Cli.Settings;

namespace Amity.Cli.Errors;

/// <summary>What went wrong and what to do about it, in one line and an exit code.</summary>
internal sealed record Explanation(string Line, int ExitCode)
{
    public static Explanation Of(Exception exception, Connection? connection) => exception switch
    {
        UsageException => new(exception.Message, ExitCodes.Usage),
        // Of the library, which names the argument and its limit before anything is sent.
        ArgumentException argument => new(WithoutParameter(argument), ExitCodes.Usage),
        AmityException failure => new(LineOf(failure, connection), ExitCodes.Failed),
        OperationCanceledException => new("Stopped.", ExitCodes.Failed),
        IOException or UnauthorizedAccessException => new(exception.Message, ExitCodes.Failed),
        _ => new($"This should not happen ({exception.GetType().Name}): {exception.Message} --verbose shows more, for a report.", ExitCodes.Failed),
    };

    /// <summary>Why a single id was refused, for its row.</summary>
    public static string ReasonOf(Exception exception) => exception switch
    {
        AmityApiException refusal => $"{WordsOf(refusal)} ({StatusOf(refusal)})",
        AmityTransportException failure => $"no usable answer ({failure.Kind})",
        OperationCanceledException => "stopped before its answer came",
        _ => exception.Message,
    };

    private static string LineOf(AmityException failure, Connection? connection)
    {
        var line = failure switch
        {
            AmityApiException refusal => LineOf(refusal, connection),
            AmityTransportException lost => LineOf(lost, connection?.Address.Authority ?? "the service"),
            _ => "The service's list does not end: it names the same page twice, or too many.",
        };
        return line
            + (failure.MayHaveSucceeded ? " The change may have been made all the same: look before you repeat it." : null)
            + (failure.ContinuationToken is { } token ? $" Go on with --from {token}" : null);
    }

    private static string LineOf(AmityApiException refusal, Connection? connection) => refusal.Category switch
    {
        AmityErrorCategory.Unauthorized =>
            $"The token of {connection?.TokenSource} was refused ({StatusOf(refusal)}): get a new one, and check that its network is in {connection?.Place}.",
        AmityErrorCategory.Forbidden => $"The token may not do this ({StatusOf(refusal)}, {WordsOf(refusal)}): use one of a moderator or admin.",
        AmityErrorCategory.NotFound => $"{WordsOf(refusal)} ({StatusOf(refusal)}): check the ids; amity rooms list shows the rooms.",
        AmityErrorCategory.RateLimited => $"Too many requests ({StatusOf(refusal)}): somebody else calls with this token too; wait some seconds and try again.",
        AmityErrorCategory.QuotaUsedUp => $"This visitor's or bot's reads of the day are used up ({StatusOf(refusal)}): try again tomorrow, or with another token.",
        AmityErrorCategory.ServiceFailure => $"The service failed ({StatusOf(refusal)}): try again later.",
        _ => $"The service refused {refusal.Operation}: {WordsOf(refusal)} ({StatusOf(refusal)}).",
    };

    private static string LineOf(AmityTransportException failure, string host) => failure.Kind switch
    {
        AmityTransportFailure.NameResolution => $"{host} is not found: check the network, and the region or address.",
        AmityTransportFailure.Unreachable => $"{host} cannot be reached: check the network, and the region or address.",
        AmityTransportFailure.Tls => $"There is no trusted connection to {host}: check this machine's clock and certificates, and any proxy on the way.",
        AmityTransportFailure.Timeout => $"{host} did not answer in time: try again later.",
        AmityTransportFailure.Reset => $"The connection to {host} broke: check the network, and try again.",
        _ => $"{host} gives no answers of the Room API ({failure.Kind}): check the address, and any proxy on the way.",
    };

    private static string StatusOf(AmityApiException refusal) =>
        $"HTTP {refusal.StatusCode}{(refusal.ErrorCode is { } code ? $", code {code}" : null)}";

    private static string WordsOf(AmityApiException refusal) => refusal.ServiceMessage?.TrimEnd('.') ?? "without a reason";

    private static string WithoutParameter(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", null, StringComparison.Ordinal).Replace("request.", null, StringComparison.Ordinal).ReplaceLineEndings(" ");
}
