using System.Globalization;
using System.Text.Json.Serialization;

namespace Amity;

/// <summary>
/// The service's own number for an error. An open set: a number without a name here is kept as it came. One number can have
/// several meanings, so <see cref="AmityApiException.Category"/> reads it together with the HTTP status.
/// </summary>
/// <param name="value">The number.</param>
[JsonConverter(typeof(AmityErrorCodeConverter))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftErrorCodeConverter))]
public readonly struct AmityErrorCode(int value) : IEquatable<AmityErrorCode>
{
    /// <summary>400000: the request is not acceptable.</summary>
    public static AmityErrorCode BadRequest { get; } = new(400000);

    /// <summary>400100: the token is missing, wrong or expired, or its user is banned from the network.</summary>
    public static AmityErrorCode Unauthorized { get; } = new(400100);

    /// <summary>400300: forbidden.</summary>
    public static AmityErrorCode Forbidden { get; } = new(400300);

    /// <summary>400301: permission denied.</summary>
    public static AmityErrorCode PermissionDenied { get; } = new(400301);

    /// <summary>400302: the user is muted.</summary>
    public static AmityErrorCode UserMuted { get; } = new(400302);

    /// <summary>400304: the user is banned from the channel or community.</summary>
    public static AmityErrorCode UserBanned { get; } = new(400304);

    /// <summary>400306: some of the users cannot be banned.</summary>
    public static AmityErrorCode UsersCannotBeBanned { get; } = new(400306);

    /// <summary>400308: the text has a blocked word.</summary>
    public static AmityErrorCode BlockedWord { get; } = new(400308);

    /// <summary>400309: the text has a link that is not allowed.</summary>
    public static AmityErrorCode LinkNotAllowed { get; } = new(400309);

    /// <summary>400311: more than 100 requests in 5 seconds.</summary>
    public static AmityErrorCode RateLimited { get; } = new(400311);

    /// <summary>400312: the user is banned from the whole network.</summary>
    public static AmityErrorCode GloballyBanned { get; } = new(400312);

    /// <summary>400315: it exists already.</summary>
    public static AmityErrorCode AlreadyExists { get; } = new(400315);

    /// <summary>400323: a visitor or bot has used up its reads of the day.</summary>
    public static AmityErrorCode QuotaUsedUp { get; } = new(400323);

    /// <summary>400400: not found.</summary>
    public static AmityErrorCode NotFound { get; } = new(400400);

    /// <summary>400900: in conflict with another change.</summary>
    public static AmityErrorCode Conflict { get; } = new(400900);

    /// <summary>403998: a bot may not do this.</summary>
    public static AmityErrorCode BotNotAllowed { get; } = new(403998);

    /// <summary>403999: a visitor may not do this.</summary>
    public static AmityErrorCode VisitorNotAllowed { get; } = new(403999);

    /// <summary>500000: unexpected; with status 422 a validation error, with 413 a body that is too large.</summary>
    public static AmityErrorCode Unexpected { get; } = new(500000);

    /// <summary>The number as the service sent it.</summary>
    public int Value { get; } = value;

    /// <summary>Tells whether two codes are the same number.</summary>
    public static bool operator ==(AmityErrorCode left, AmityErrorCode right) => left.Equals(right);

    /// <summary>Tells whether two codes are different numbers.</summary>
    public static bool operator !=(AmityErrorCode left, AmityErrorCode right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(AmityErrorCode other) => Value == other.Value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is AmityErrorCode other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value;

    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
