using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;
using Newtonsoft.Json;

namespace Amity.DriftCheck.Samples;

/// <summary>Makes one redacted sample of each operation and status, from the richest response; named as those under openapi/.</summary>
internal sealed class SampleMaker(DocumentedApi contract)
{
    public IReadOnlyDictionary<string, string> Make(IReadOnlyList<Exchange> exchanges)
    {
        // One for all: who is in two responses is the same person in both samples.
        var redactor = new Redactor(new Placeholders());
        var samples = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var responses in exchanges.GroupBy(exchange => (exchange.OperationId, exchange.Status)))
        {
            var richest = responses.MaxBy(exchange => exchange.Json is null ? 0 : exchange.Body!.Length)!;
            var operation = contract.Get(responses.Key.OperationId);
            var schema = operation.ShapeOf(responses.Key.Status);
            if (schema is not null && richest.Json is { } json)
            {
                var name = responses.Key.Status == operation.Success ? operation.Id : $"{operation.Id}.{responses.Key.Status}";
                samples[$"{name}.json"] = redactor.Redact(json, schema).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
            }
        }

        return samples;
    }
}
