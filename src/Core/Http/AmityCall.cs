using System.Threading.RateLimiting;
using Amity.Core.Json;
using Amity.Core.Telemetry;

namespace Amity.Core.Http;

/// <summary>One call through all its attempts: how often it was sent, and whether the service may have acted on it.</summary>
internal abstract partial class AmityCall
{
    private bool _outcomeUnknown;
    private AmityRateLimit.Permit? _permit;
    private bool _isOnTheWire;
    private long _start;

    private protected AmityCall(AmityRequest request) => Request = request;

    internal AmityRequest Request { get; }

    /// <summary>Where the request goes; known once the call is sent.</summary>
    internal Uri? Address { get; private set; }

    internal int Attempts { get; private set; }

    /// <summary>How often it was sent again after a failure.</summary>
    internal int Retries { get; private set; }

    /// <summary>The status of the last response; null when the last attempt had none.</summary>
    internal int? StatusCode { get; private set; }

    /// <summary>Whether the call was withdrawn when somebody asked for the content of the last attempt's request, and got none.</summary>
    internal bool IsHeldBack { get; private set; }

    /// <summary>Whether anybody asked for the content of the last attempt's request.</summary>
    internal bool IsWritten { get; private set; }

    /// <summary>The failure after which the call is being sent again.</summary>
    internal AmityException? LastFailure { get; private set; }

    /// <summary>
    /// What the caller's own code threw, a provider of tokens, a signer or a stream: neither repeated nor translated, whatever its type.
    /// </summary>
    internal Exception? ThrownByCaller { get; set; }

    /// <summary>Whether it was seen that the last attempt's request left.</summary>
    internal bool IsSeen => _isOnTheWire || StatusCode is not null;

    /// <summary>Whether the service surely did not act: nothing was sent, or every response was a rejection.</summary>
    internal bool SurelyNotDone => !_outcomeUnknown && StatusCode is null or >= 400;

    /// <summary>Whether its response was read, and says that it is done.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Whether the attempt waited for a rate limit that a 429 pauses, so that the next attempt waits there.</summary>
    internal bool IsPausedByItsLimit { get; private set; }

    /// <summary>What telemetry records of it.</summary>
    internal CallRecord Record => new(Request.Operation, Request.Method.Method, _start, Attempts, StatusCode);

    /// <summary>Ends the call while no request of it is under way: before it is written, and instead of sending it again.</summary>
    internal CancellationToken Withdrawal { get; set; }

    /// <summary>Sends it, for whoever needs its outcome and not its result.</summary>
    internal abstract Task SendAsync(AmityTransport transport, CancellationToken cancellationToken);

    internal void Started(Uri address, long now)
    {
        Address = address;
        _start = now;
    }

    internal void Retrying(AmityException failure)
    {
        LastFailure = failure;
        Retries++;
    }

    /// <param name="permit">What its rate limit granted; null without one. Only the library's own counts a request as it progresses.</param>
    internal void Sending(RateLimitLease? permit)
    {
        Attempts++;
        StatusCode = null;
        IsWritten = false;
        IsHeldBack = false;
        _isOnTheWire = false;
        _permit = permit as AmityRateLimit.Permit;
        IsPausedByItsLimit = false;
    }

    /// <summary>The request is being written.</summary>
    /// <param name="isOnTheWire">Whether to a connection, and not perhaps to a handler that looks at it first.</param>
    /// <exception cref="OperationCanceledException">The call was withdrawn, and is not to be written.</exception>
    internal void Written(bool isOnTheWire)
    {
        IsHeldBack = !IsWritten && Withdrawal.IsCancellationRequested;
        if (IsHeldBack)
        {
            throw new OperationCanceledException(Withdrawal);
        }

        IsWritten = true;
        _isOnTheWire |= isOnTheWire;
        _permit?.Count();
    }

    internal void Done() => IsDone = true;

    internal void Responded(int statusCode)
    {
        StatusCode = statusCode;
        _permit?.Count();
    }

    /// <summary>The service asks to send nothing for a while.</summary>
    internal void Pause(TimeSpan duration)
    {
        _permit?.Pause(duration);
        IsPausedByItsLimit = _permit is not null;
    }

    /// <summary>The attempt ended without a response: if its request came in at all, then before this.</summary>
    internal void EndedWithoutResponse() => _permit?.Count();

    /// <summary>
    /// An attempt ended without a usable response: the service may have acted, unless its status alone says that it rejected the request.
    /// </summary>
    internal void OutcomeUnknownUnlessRejected() => _outcomeUnknown |= StatusCode is not (>= 400 and < 500 and not 408);

    /// <summary>Whether a failure is this call's own, and not what the caller's code threw.</summary>
    internal bool IsOwn(Exception failure) => !ReferenceEquals(failure, ThrownByCaller);

    /// <summary>A null in the service's list stands for no entity.</summary>
    internal static IReadOnlyList<T> WithoutNulls<T>(IReadOnlyList<T> items)
        where T : class => items.Contains(null!) ? [.. items.Where(item => item is not null)] : items;

    /// <summary>Adds to a failure what is known of the whole call.</summary>
    internal AmityException Complete(AmityException failure)
    {
        failure.Attempts = Attempts;
        failure.MayHaveSucceeded = _outcomeUnknown && !Request.IsRead;
        return failure;
    }
}

/// <summary>A call, and what its response is read as.</summary>
internal abstract class AmityCall<T>(AmityRequest request) : AmityCall(request)
{
    internal sealed override Task SendAsync(AmityTransport transport, CancellationToken cancellationToken) => transport.SendAsync(this, cancellationToken);

    /// <summary>Reads a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="options">How much of it is read.</param>
    /// <param name="cancellationToken">Ends the reading, as its time is over or its caller cancels.</param>
    /// <exception cref="AmityException">The service rejected the call, or its response is not of the spec's shape.</exception>
    internal abstract T Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken);

    private protected AmityTransportException Malformed(string reason) => new(Request.Name, AmityTransportFailure.Malformed, reason);

    /// <summary>The body, or what the service put inside of <c>{status, data}</c> where it may do so.</summary>
    private protected ReadOnlySpan<byte> BodyOf(ReceivedResponse response)
    {
        if (!Request.IsWrapped)
        {
            return response.Body;
        }

        var wrapper = new ResponseWrapper(response.Body);
        return !wrapper.SaysError ? wrapper.Data : throw new AmityApiException(Request.Name, response.StatusCode, "the response says that the call failed");
    }
}
