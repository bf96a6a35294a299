namespace Amity.DriftCheck.Recording;

/// <summary>What is of use in an entry of a HAR file; of the request neither headers nor body, where the secrets are.</summary>
internal sealed record HarEntry(string Method, Uri Address, int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body);
