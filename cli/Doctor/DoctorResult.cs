using Amity.Cli.Output;

namespace Amity.Cli.Doctor;

/// <summary>What one check of the doctor found.</summary>
internal sealed record DoctorResult(string Check, bool IsFine, string Detail)
{
    public static IReadOnlyList<Column<DoctorResult>> Columns { get; } =
    [
        new("check", result => result.Check),
        new("result", result => result.IsFine ? "ok" : "failed") { Style = result => result.IsFine ? "green" : "red" },
        new("detail", result => result.Detail) { IsFreeText = true },
    ];
}
