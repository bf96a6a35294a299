using System.Globalization;

namespace Amity.DriftCheck.Samples;

/// <summary>Gives each value a placeholder, the same one whenever it comes again.</summary>
internal sealed class Placeholders
{
    private readonly Dictionary<(string Kind, string Value), string> _known = [];
    private readonly Dictionary<string, int> _counts = [];

    public string For(string kind, string value) => For(kind, value, number => $"{kind}-{number}");

    /// <summary>An id in the form of the true one: 24 hexadecimal digits stay that.</summary>
    public string ForId(string value) => value.Length == 24 && value.All(char.IsAsciiHexDigit)
        ? For("id", value, number => number.ToString("x24", CultureInfo.InvariantCulture))
        : For("id", value, number => $"id-{number}");

    private string For(string kind, string value, Func<int, string> make)
    {
        if (!_known.TryGetValue((kind, value), out var placeholder))
        {
            var number = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
            _known[(kind, value)] = placeholder = make(number);
        }

        return placeholder;
    }
}
