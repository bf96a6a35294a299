using Amity.Cli.Errors;
using Amity.Cli.Output;

namespace Amity.Cli.Runs;

/// <summary>What is shown of one id of a run.</summary>
internal static class OutcomeColumns
{
    public static IReadOnlyList<Column<BulkItem>> All { get; } =
    [
        new("id", item => item.Id),
        new("outcome", item => NameOf(item.Outcome)) { Style = item => StyleOf(item.Outcome) },
        new("reason", item => item.Error is { } error ? Explanation.ReasonOf(error) : null) { IsFreeText = true },
    ];

    private static string NameOf(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Done => "done",
        BulkOutcome.Rejected => "rejected",
        BulkOutcome.Unknown => "unknown",
        _ => "notSent",
    };

    private static string StyleOf(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.Done => "green",
        BulkOutcome.Rejected => "red",
        _ => "yellow",
    };
}
