using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Observing;

/// <summary>One request to an operation of the contract, with its response.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Path">The path below the service's address.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers of the response.</param>
/// <param name="Body">The body of the response; null when a recording lacks it.</param>
/// <param name="Expected">How the request had to end; null when either way is right.</param>
internal sealed record Exchange(
    string OperationId,
    string Path,
    Uri Address,
    int Status,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    JsonBody? Body,
    Expectation? Expected = null)
{
    public bool Succeeded => Status is >= 200 and < 300;

    public bool Redirects => Status is >= 300 and < 400;

    /// <summary>The body's JSON; null when there is none.</summary>
    public JToken? Json => Body?.Json;
}
