namespace Amity.Cli.Settings;

/// <summary>The token that is sent, which nothing may show, whoever repeats it; its own text form does not.</summary>
internal sealed class Secret(string value)
{
    // Anything shorter stands in other text by chance.
    private const int Shortest = 8;

    private readonly string[] _forms = value.Length < Shortest ? [] : [value, Uri.EscapeDataString(value)];

    public bool IsIn(string text) => Array.Exists(_forms, form => text.Contains(form, StringComparison.Ordinal));

    public string RemoveFrom(string text) => _forms.Aggregate(text, (rest, form) => rest.Replace(form, "***", StringComparison.Ordinal));
}
