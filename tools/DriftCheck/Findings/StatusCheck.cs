using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds statuses that the contract lacks, successes that had to be rejections, and rejections that had to be successes.</summary>
internal static class StatusCheck
{
    public static IEnumerable<Finding> Find(Exchange exchange, DocumentedOperation operation)
    {
        if (!operation.Declares(exchange.Status))
        {
            yield return new Finding(FindingKind.UndocumentedStatus, operation.Id, "", $"status {exchange.Status}");
        }
        else if (exchange.Expected is { } expected && !expected.IsMetBy(exchange.Status))
        {
            yield return new Finding(FindingKind.UnexpectedStatus, operation.Id, "", $"status {exchange.Status} for {expected.Subject}");
        }
    }
}
