namespace Amity.Tests.Contract.Provider;

/// <summary>The verifier's word on one interaction.</summary>
/// <param name="Passed">Whether the response is what the pact asks for, as far as it goes.</param>
/// <param name="Report">The status of the response and each difference, or why there is no response.</param>
/// <param name="IsShown">Whether the response has what the interaction is about.</param>
/// <param name="Absent">What the response lacks of what it may lack; empty when it lacks nothing.</param>
internal sealed record InteractionVerdict(bool Passed, string Report, bool IsShown = true, string Absent = "");
