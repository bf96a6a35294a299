namespace Amity.DriftCheck.Writing;

/// <summary>A question that no document settles, and what the service showed about it.</summary>
internal sealed record SettledQuestion(string Question, string Result);
