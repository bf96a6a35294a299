namespace Amity.Cli.Errors;

/// <summary>Where a failure came from: each exception's type, words and stack, one line each.</summary>
internal static class FailureTrace
{
    // By parts: the words may be the service's, and must not look like lines of this program.
    public static IEnumerable<string> Of(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            yield return $"{(current == exception ? null : "caused by ")}{current.GetType()}: {current.Message}";
            foreach (var frame in (current.StackTrace ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return frame.TrimEnd('\r');
            }
        }
    }
}
