namespace Amity.Sandbox;

/// <summary>A way in which a service changes without notice: what it responds is well-formed, but not what the contract says.</summary>
public enum SandboxDrift
{
    /// <summary>Every object has one more field, sandboxField.</summary>
    NewField,

    /// <summary>Every boolean is a text; in a response without booleans every text is a number.</summary>
    TypeChange,

    /// <summary>Every enum has a value that the contract does not know.</summary>
    NewEnumValue,

    /// <summary>Every text that the contract limits is longer than that.</summary>
    LimitExceeded,

    /// <summary>Every boolean is null; in a response without booleans every text is.</summary>
    NullValue,

    /// <summary>Instants have an offset and no milliseconds.</summary>
    DateFormat,

    /// <summary>Success has status 203, everything else 418.</summary>
    UndocumentedStatus,

    /// <summary>Errors have the code 499999.</summary>
    UnknownErrorCode,

    /// <summary>Responses carry Retry-After, X-RateLimit-Remaining and X-Request-Id.</summary>
    Headers,

    /// <summary>Every response is a redirect to http://moved.example.net/: 302 where the contract has one, else 307.</summary>
    RedirectHost,

    /// <summary>The body is plain text.</summary>
    NotJson,
}
