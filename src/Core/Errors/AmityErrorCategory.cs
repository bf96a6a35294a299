using System.Text.Json.Serialization;
using Newtonsoft.Json.Converters;

namespace Amity;

/// <summary>What a rejection means for the caller, read from HTTP status and service code together.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AmityErrorCategory>))]
[Newtonsoft.Json.JsonConverter(typeof(StringEnumConverter))]
public enum AmityErrorCategory
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>The request is wrong: 400, or 422 and 413 whatever their code.</summary>
    InvalidRequest,

    /// <summary>The token is missing, wrong or expired, or its user is banned from the network: 401.</summary>
    Unauthorized,

    /// <summary>The caller may not do this: 403.</summary>
    Forbidden,

    /// <summary>Some of the users named cannot be banned: 403 with code 400306.</summary>
    UsersRejected,

    /// <summary>The room or what the request names does not exist: 404.</summary>
    NotFound,

    /// <summary>In conflict with what exists: 409, or code 400315.</summary>
    Conflict,

    /// <summary>Too many requests in 5 seconds: 429.</summary>
    RateLimited,

    /// <summary>A visitor or bot has used up its reads of the day: code 400323; waiting seconds does not help.</summary>
    QuotaUsedUp,

    /// <summary>The service or something before it failed: 5xx and 408.</summary>
    ServiceFailure,

    /// <summary>A status of 2xx whose body says that the operation failed.</summary>
    FailedOperation,
}
