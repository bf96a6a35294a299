using System.Globalization;
using Newtonsoft.Json;

namespace Amity;

/// <summary>
/// A number of the service that neither a long nor a double holds exactly, kept as its text: <c>123456789012345678901234567890</c>. It is
/// sent back as it came.
/// </summary>
[JsonConverter(typeof(AmityNumberConverter))]
public sealed class AmityNumber : IEquatable<AmityNumber>
{
    private AmityNumber(string text) => Text = text;

    /// <summary>The number as the service wrote it.</summary>
    public string Text { get; }

    /// <inheritdoc />
    public bool Equals(AmityNumber? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AmityNumber);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The number as the service wrote it.</summary>
    public override string ToString() => Text;

    /// <summary>A number that is no 64-bit integer: a double where that is the same number, else its text.</summary>
    internal static object Read(string text)
    {
        var isDouble = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && !double.IsInfinity(number)
            && Digits(text) == Digits(NumberConverter.Format(number));
        return isDouble ? number : new AmityNumber(text);
    }

    /// <summary>
    /// What two spellings of the same number share: sign, digits without zeros at their ends, and the place of the point.
    /// </summary>
    private static (bool IsNegative, string Digits, long Exponent) Digits(string text)
    {
        var mantissa = text.TrimStart('-').Split('e', 'E');
        var parts = mantissa[0].Split('.');
        var fraction = parts.Length > 1 ? parts[1] : string.Empty;
        var digits = (parts[0] + fraction).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return (false, string.Empty, 0);
        }

        // An exponent beyond 64 bits is beyond every double, too.
        var exponent = mantissa.Length < 2 ? 0
            : long.TryParse(mantissa[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) ? written
            : int.MaxValue;
        return (text[0] == '-', significant, exponent - fraction.Length + digits.Length - significant.Length);
    }
}
