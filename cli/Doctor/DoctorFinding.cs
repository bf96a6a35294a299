using Amity.Cli.Output;

namespace Amity.Cli.Doctor;

/// <summary>What one check of the doctor found.</summary>
internal sealed record DoctorFinding(string Check, bool IsFine, string Detail)
{
    public static IReadOnlyList<Column<DoctorFinding>> Columns { get; } =
    [
        new("check", finding => finding.Check),
        new("result", finding => finding.IsFine ? "ok" : "failed") { Style = finding => finding.IsFine ? "green" : "red" },
        new("detail", finding => finding.Detail) { IsFreeText = true },
    ];
}
