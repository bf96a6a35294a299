namespace Amity.Cli.Input;

/// <summary>The columns of CSV and the fields of JSON lines that ids are taken from.</summary>
/// <param name="Listed">The name in lists, such as userId.</param>
internal sealed record IdFields(string Listed)
{
    // The outcomes of a run name their ids so.
    private const string OfOutcomes = "id";

    /// <summary>The names, the one that counts first.</summary>
    public IReadOnlyList<string> Names { get; } = [Listed, OfOutcomes];

    /// <summary>What a file of ids may look like.</summary>
    public string Hint =>
        $"Give one id a line, CSV with a column {Listed} or {OfOutcomes}, or one JSON object a line with such a field. Nothing was sent.";
}
