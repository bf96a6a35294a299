namespace Amity.Cli.Runs;

/// <summary>What became of one id.</summary>
internal sealed record IdOutcome(string Id, BulkOutcome Outcome, Exception? Error);
