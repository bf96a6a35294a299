using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amity.DriftCheck.Findings;

namespace Amity.DriftCheck.Reporting;

/// <summary>The report for machines.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(DriftReport report) => JsonSerializer.Serialize(
        new
        {
            Drift = report.Findings.Count > 0,
            report.Exchanges,
            Findings = report.Findings.Select(counted => new
            {
                counted.Finding.Kind,
                counted.Finding.Operation,
                counted.Finding.Path,
                counted.Finding.Detail,
                counted.Count,
            }),
            Information = report.Notes,
            report.NeverSeen,
            report.NotShown,
            report.OpenQuestions,
        },
        Options) + Environment.NewLine;
}
