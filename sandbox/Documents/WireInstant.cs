using System.Globalization;

namespace Amity.Sandbox.Documents;

/// <summary>Instants as the service writes them: UTC, milliseconds, Z.</summary>
internal static class WireInstant
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string ToWire(this DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
