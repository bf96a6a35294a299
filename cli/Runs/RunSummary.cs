namespace Amity.Cli.Runs;

/// <summary>How many ids ended in which way, and what cut the run off.</summary>
internal sealed class RunSummary
{
    private readonly int[] _counts = new int[Enum.GetValues<BulkOutcome>().Length];

    public Exception? CutOff { get; set; }

    public int Total => _counts.Sum();

    public int this[BulkOutcome outcome] => _counts[(int)outcome];

    /// <summary>Whether a run that ended as this one did everything, something or nothing.</summary>
    public int ExitCode => this switch
    {
        { CutOff: null } when Total == this[BulkOutcome.Done] => CliExitCodes.Done,
        _ => this[BulkOutcome.Done] > 0 ? CliExitCodes.PartlyDone : CliExitCodes.Failed,
    };

    public void Add(BulkOutcome outcome) => _counts[(int)outcome]++;
}
