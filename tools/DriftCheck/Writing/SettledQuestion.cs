namespace Amity.DriftCheck.Writing;

/// <summary>What the service showed about something that no document says.</summary>
internal sealed record Response(string Question, string Text);
