namespace Amity.DriftCheck.Observing;

/// <summary>One request to an operation of the contract, with its answer.</summary>
internal sealed record Exchange(string OperationId, Uri Address, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    public bool Succeeded => Status is >= 200 and < 300;

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
