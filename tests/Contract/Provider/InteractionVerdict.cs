namespace Amity.Tests.Contract.Provider;

/// <summary>The verifier's word on one interaction.</summary>
/// <param name="Passed">Whether the response is what the pact asks for.</param>
/// <param name="Report">The status of the response and each difference, or why there is no response.</param>
internal sealed record InteractionVerdict(bool Passed, string Report);
