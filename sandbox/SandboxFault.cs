namespace Amity.Sandbox;

/// <summary>
/// The ways in which the sandbox can spoil an exchange. Names that end in BeforeHandler or AfterHandler say whether the
/// state was changed before the fault struck; for all others <see cref="SandboxFaultExtensions.RunsHandler"/> says it.
/// </summary>
/// <remarks>
/// Faults that spoil the true answer take an answer without a body (the redirects to recordings) as if its body were {},
/// and spoil error answers like any other; status and headers stay unless the fault names them.
/// </remarks>
public enum SandboxFault
{
    /// <summary>Waits before the handler runs, then answers truly; a client that leaves while it waits changed nothing.</summary>
    LatencyBeforeHandler,

    /// <summary>Runs the handler, then waits before it answers truly.</summary>
    LatencyAfterHandler,

    /// <summary>Resets the connection (TCP RST) without running the handler or answering.</summary>
    ResetBeforeHandler,

    /// <summary>Runs the handler, then resets the connection (TCP RST) instead of answering.</summary>
    ResetAfterHandler,

    /// <summary>Closes the connection in good order (TCP FIN) without running the handler or answering.</summary>
    CloseBeforeHandler,

    /// <summary>Runs the handler, then closes the connection in good order (TCP FIN) instead of answering.</summary>
    CloseAfterHandler,

    /// <summary>Runs the handler, sends the headers and half of the body, then nothing until the client goes away.</summary>
    StalledBody,

    /// <summary>Runs the handler, announces the full length, sends half of the body and closes the connection.</summary>
    TruncatedBody,

    /// <summary>Runs the handler, announces no length, sends half of the body as a chunk and closes the connection without the last chunk.</summary>
    TruncatedChunks,

    /// <summary>Runs the handler, then sends half of its JSON as a whole, well-formed HTTP answer.</summary>
    TruncatedJson,

    /// <summary>Runs the handler, then sends its JSON as text/html.</summary>
    WrongContentType,

    /// <summary>Answers 502 with a proxy's HTML page without running the handler.</summary>
    HtmlBadGatewayBeforeHandler,

    /// <summary>Runs the handler, then answers 502 with a proxy's HTML page.</summary>
    HtmlBadGatewayAfterHandler,

    /// <summary>Responds 200 and closes the connection instead of sending a body, without running the handler.</summary>
    EmptyAnswerBeforeHandler,

    /// <summary>Runs the handler, then responds 200 and closes the connection instead of sending a body.</summary>
    EmptyAnswerAfterHandler,

    /// <summary>Answers 200 with success (or ok) false, or an empty envelope where the operation has neither, without running the handler.</summary>
    SuccessFalseBeforeHandler,

    /// <summary>Runs the handler, then answers 200 with success (or ok) false, or an empty envelope where the operation has neither.</summary>
    SuccessFalseAfterHandler,

    /// <summary>Answers 429 without Retry-After, the handler does not run.</summary>
    TooManyRequests,

    /// <summary>Answers 429 with Retry-After in seconds, the handler does not run.</summary>
    TooManyRequestsRetryAfterSeconds,

    /// <summary>Answers 429 with Retry-After as an HTTP date by the sandbox's clock, the handler does not run.</summary>
    TooManyRequestsRetryAfterDate,

    /// <summary>Answers 401, the handler does not run; the request's token is refused from then on, until a new one made by AddToken is used.</summary>
    UnauthorizedUntilRefreshed,

    /// <summary>Runs the handler, then replaces every enum value of its answer by one that nobody knows.</summary>
    UnknownEnumValues,

    /// <summary>Runs the handler, then replaces every outermost array of its answer by null.</summary>
    NullArrays,

    /// <summary>Runs the handler, then replaces every array inside the entries of its answer's arrays by null.</summary>
    NullInnerArrays,

    /// <summary>Runs the handler, then adds unknown fields of every JSON type to every object of its answer.</summary>
    ExtraFields,

    /// <summary>Runs the handler, then sends its answer with gzip, whether the client accepts that or not.</summary>
    GzipBody,

    /// <summary>Runs the handler, then sends bytes that are announced as gzip and cannot be decompressed.</summary>
    CorruptGzipBody,

    /// <summary>Runs the handler, then pads its answer to <see cref="SandboxFaults.OversizedBytes"/>; the length is announced.</summary>
    OversizedBody,

    /// <summary>Runs the handler, then pads its answer to <see cref="SandboxFaults.OversizedBytes"/>; the length is not announced.</summary>
    OversizedChunks,

    /// <summary>Runs the handler, then pads its answer to <see cref="SandboxFaults.OversizedBytes"/> and sends it with gzip: small on the wire, large when read.</summary>
    OversizedGzipBody,

    /// <summary>Runs the handler, then adds a field to its answer that makes the body nest as deep as <see cref="SandboxFaults.NestingDepth"/>.</summary>
    DeeplyNestedBody,

    /// <summary>Answers 307 to <see cref="SandboxFaults.RedirectAddress"/>, the handler does not run.</summary>
    Redirect307,

    /// <summary>Answers 302 to <see cref="SandboxFaults.RedirectAddress"/>, the handler does not run.</summary>
    Redirect302,
}
