using System.Text.Json.Serialization;
using Newtonsoft.Json.Converters;

namespace Amity;

/// <summary>How one id of a bulk call ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BulkOutcome>))]
[Newtonsoft.Json.JsonConverter(typeof(StringEnumConverter))]
public enum BulkOutcome
{
    /// <summary>
    /// The service did not act on it: it was not sent, or its call was rejected for a reason other than its ids (401, 404, 429, a general
    /// 403).
    /// </summary>
    NotSent,

    /// <summary>The service responded that it is done.</summary>
    Done,

    /// <summary>The service rejected this id, or would have: one that is outside of its limit is not sent.</summary>
    Rejected,

    /// <summary>It was sent, and no response says whether the service acted on it.</summary>
    Unknown,
}
