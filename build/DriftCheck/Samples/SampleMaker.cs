using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;

using Newtonsoft.Json;

namespace Amity.DriftCheck.Samples;

/// <summary>Makes one redacted sample of each operation and status, from the richest answer; named as in openapi/samples/.</summary>
internal sealed class SampleMaker(ApiContract contract)
{
    public IReadOnlyDictionary<string, string> Make(IReadOnlyList<Exchange> exchanges)
    {
        // One for all: who is in two answers is the same person in both samples.
        var redactor = new Redactor(new StandIns());
        var samples = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var answers in exchanges.GroupBy(exchange => (exchange.OperationId, exchange.Status)))
        {
            var richest = answers.MaxBy(exchange => exchange.Body.Length)!;
            var schema = contract.Get(answers.Key.OperationId).ShapeOf(answers.Key.Status);
            if (schema is not null && JsonText.Read(richest.Body) is { } json)
            {
                var name = answers.Key.Status == 200 ? answers.Key.OperationId : $"{answers.Key.OperationId}.{answers.Key.Status}";
                samples[$"{name}.json"] = redactor.Redact(json, schema).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
            }
        }

        return samples;
    }
}
