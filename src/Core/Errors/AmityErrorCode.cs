using System.Globalization;
using System.Text.Json.Serialization;

namespace Amity;

/// <summary>
/// The service's own number for an error. An open set: a number without a name here is kept as it came. One number can have
/// several meanings, so <see cref="AmityApiException.Category"/> reads it together with the HTTP status.
/// </summary>
/// <param name="value">The number.</param>
[JsonConverter(typeof(AmityErrorCodeConverter))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftConverter))]
public readonly partial struct AmityErrorCode(int value) : IEquatable<AmityErrorCode>
{
    /// <summary>The number as the service sent it.</summary>
    public int Value { get; } = value;

    /// <summary>Whether two codes are the same number.</summary>
    public static bool operator ==(AmityErrorCode left, AmityErrorCode right) => left.Equals(right);

    /// <summary>Whether two codes are different numbers.</summary>
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
