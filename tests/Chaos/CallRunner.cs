using System.Diagnostics;
using Amity.Rooms;

namespace Amity.Tests.Chaos;

/// <summary>Makes calls as a user of the library does, and sorts what they end in.</summary>
internal sealed class CallRunner(SharedCredential credential, RunResults results)
{
    /// <summary>A call may end this much after its overall timeout, on a machine that is busy.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>The same for a call that only confirms.</summary>
    internal Task<CallResult<object?>> MakeAsync(string work, TimeSpan? cancelAfter, CancellationToken run, Func<RoomsClient, CancellationToken, Task> call) =>
        MakeAsync<object?>(work, cancelAfter, run, async (rooms, cancellation) =>
        {
            await call(rooms, cancellation);
            return null;
        });

    internal async Task<CallResult<T>> MakeAsync<T>(
        string work, TimeSpan? cancelAfter, CancellationToken run, Func<RoomsClient, CancellationToken, Task<T>> call)
        where T : class?
    {
        var trace = CallTrace.Begin();
        var clock = Stopwatch.StartNew();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(run);
        if (cancelAfter is { } wait)
        {
            cancellation.CancelAfter(wait);
        }

        T? response = null;
        Exception? failure = null;
        try
        {
            response = await call(credential.Client.Rooms, cancellation.Token);
        }
#pragma warning disable CA1031 // Whatever comes is judged.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
            Judge(work, exception, cancellation.IsCancellationRequested);
        }

        // A bulk call and an enumeration are several calls, each with a time of its own.
        if (work != "enumeration" && response is not BulkResult && failure is not BulkCanceledException)
        {
            results.Verdict.Require(
                clock.Elapsed < credential.CallTimeout + Tolerance,
                $"{work} took {clock.Elapsed}, though a call may take {credential.CallTimeout}");
        }

        var reported = failure switch
        {
            null => ReportedOutcome.Done,
            AmityApiException { Category: AmityErrorCategory.UsersRejected, MayHaveSucceeded: false } => ReportedOutcome.Rejected,
            AmityException { MayHaveSucceeded: false } => ReportedOutcome.NotDone,
            _ => ReportedOutcome.Perhaps,
        };
        results.Operations.Add(work);
        results.Outcomes.Add(failure is OperationCanceledException ? "cancelled" : reported.ToString());
        results.Retries.Add(work, trace.Repeats);
        return new CallResult<T>(reported, response, failure, trace.MayArriveLate);
    }

    /// <summary>Judges an exception that a caller got to see, on its own or as the error of a bulk call.</summary>
    internal void Judge(string work, Exception exception, bool cancelled)
    {
        results.Verdict.Require(
            exception is AmityException || (exception is OperationCanceledException && cancelled),
            $"{work} ended in an exception that it must not end in: {exception}");
        var text = $"{exception} {exception.Message} {(exception as AmityApiException)?.ResponseBody}";
        results.Verdict.Require(!text.Contains(SharedCredential.SecretMark, StringComparison.Ordinal), $"{work} shows the token in an exception");
    }

    internal sealed record CallResult<T>(ReportedOutcome Reported, T? Response, Exception? Failure, bool MayArriveLate);
}
