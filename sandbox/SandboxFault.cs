namespace Amity.Sandbox;

/// <summary>
/// The ways in which the sandbox can spoil an exchange. Names that end in BeforeHandler or AfterHandler say whether the
/// state was changed before the fault struck; for all others <see cref="SandboxFaultExtensions.RunsHandler"/> says it.
/// </summary>
/// <remarks>
/// Faults that spoil the true response take a response without a body (the redirects to recordings) as if its body were {},
/// and spoil error responses like any other; status and headers stay unless the fault names them.
/// </remarks>
public enum SandboxFault
{
    /// <summary>Waits before the handler runs, then responds truly; a client that leaves while it waits changed nothing.</summary>
    LatencyBeforeHandler,

    /// <summary>Runs the handler, then waits before it responds truly.</summary>
    LatencyAfterHandler,

    /// <summary>Resets the connection (TCP RST) without running the handler or responding.</summary>
    ResetBeforeHandler,

    /// <summary>Runs the handler, then resets the connection (TCP RST) instead of responding.</summary>
    ResetAfterHandler,

    /// <summary>Closes the connection in good order (TCP FIN) without running the handler or responding.</summary>
    CloseBeforeHandler,

    /// <summary>Runs the handler, then closes the connection in good order (TCP FIN) instead of responding.</summary>
    CloseAfterHandler,

    /// <summary>Runs the handler, sends the headers and half of the body, then nothing until the client goes away.</summary>
    StalledBody,

    /// <summary>Runs the handler, announces the full length, sends half of the body and closes the connection.</summary>
    TruncatedBody,

    /// <summary>Runs the handler, announces no length, sends half of the body as a chunk and closes the connection without the last chunk.</summary>
    TruncatedChunks,

    /// <summary>Runs the handler, then sends half of its JSON as a whole, well-formed HTTP response.</summary>
    TruncatedJson,

    /// <summary>Runs the handler, then sends its JSON as text/html.</summary>
    WrongContentType,

    /// <summary>Responds with 502 and a proxy's HTML page without running the handler.</summary>
    HtmlBadGatewayBeforeHandler,

    /// <summary>Runs the handler, then responds with 502 and a proxy's HTML page.</summary>
    HtmlBadGatewayAfterHandler,

    /// <summary>Responds with 200 and closes the connection instead of sending a body, without running the handler.</summary>
    EmptyResponseBeforeHandler,

    /// <summary>Runs the handler, then responds with 200 and closes the connection instead of sending a body.</summary>
    EmptyResponseAfterHandler,

    /// <summary>Responds with 200 and success (or ok) false, or an empty envelope where the operation has neither, without running the handler.</summary>
    SuccessFalseBeforeHandler,

    /// <summary>Runs the handler, then responds with 200 and success (or ok) false, or an empty envelope where the operation has neither.</summary>
    SuccessFalseAfterHandler,

    /// <summary>Responds with 429 without Retry-After, the handler does not run.</summary>
    TooManyRequests,

    /// <summary>Responds with 429 and Retry-After in seconds, the handler does not run.</summary>
    TooManyRequestsRetryAfterSeconds,

    /// <summary>Responds with 429 and Retry-After as an HTTP date by the sandbox's clock, the handler does not run.</summary>
    TooManyRequestsRetryAfterDate,

    /// <summary>Responds with 401, the handler does not run; the request's token is rejected from then on, until a new one made by AddToken is used.</summary>
    UnauthorizedUntilRefreshed,

    /// <summary>Runs the handler, then replaces every enum value of its response by one that nobody knows.</summary>
    UnknownEnumValues,

    /// <summary>Runs the handler, then replaces every outermost array of its response by null.</summary>
    NullArrays,

    /// <summary>Runs the handler, then replaces every array inside the entries of its response's arrays by null.</summary>
    NullInnerArrays,

    /// <summary>Runs the handler, then adds unknown fields of every JSON type to every object of its response.</summary>
    ExtraFields,

    /// <summary>Runs the handler, then sends its response with gzip, whether the client accepts that or not.</summary>
    GzipBody,

    /// <summary>Runs the handler, then sends bytes that are announced as gzip and cannot be decompressed.</summary>
    CorruptGzipBody,

    /// <summary>Runs the handler, then pads its response to <see cref="SandboxFaults.OversizedBytes"/>; the length is announced.</summary>
    OversizedBody,

    /// <summary>Runs the handler, then pads its response to <see cref="SandboxFaults.OversizedBytes"/>; the length is not announced.</summary>
    OversizedChunks,

    /// <summary>
    /// Runs the handler, then pads its response to <see cref="SandboxFaults.OversizedBytes"/> and sends it with gzip: small on the wire, large
    /// when read.
    /// </summary>
    OversizedGzipBody,

    /// <summary>Runs the handler, then adds a field to its response that makes the body nest as deep as <see cref="SandboxFaults.NestingDepth"/>.</summary>
    DeeplyNestedBody,

    /// <summary>Responds with 307 to <see cref="SandboxFaults.RedirectAddress"/>, the handler does not run.</summary>
    Redirect307,

    /// <summary>Responds with 302 to <see cref="SandboxFaults.RedirectAddress"/>, the handler does not run.</summary>
    Redirect302,
}
