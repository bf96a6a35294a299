using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>What is marked to be sent to a real service changes nothing there, and its example shows no secret.</summary>
internal sealed class ObserveCheck(MergedSpec spec, SpecProblems problems)
{
    public void Run()
    {
        foreach (var operation in spec.Operations.Where(operation => operation.Node.IsTrue("x-observe")))
        {
            var place = operation.Node.Find("x-observe")!.Place;
            if (operation.Method != "get" || operation.Node.Text("x-repeat") != "safe")
            {
                problems.Add(place, ProblemKind.Unsupported, $"{operation.Id}: x-observe is for a GET with x-repeat: safe.");
            }

            var responses = operation.Successes.ToList();
            if (responses.Exists(response => response.Key[0] == '3'))
            {
                problems.Add(place, ProblemKind.Unsupported, $"{operation.Id}: x-observe is not for a redirect, whose address may be signed.");
            }

            var contents = responses.Select(response => response.Value).OfType<SpecMap>().Select(spec.Resolve)
                .SelectMany(response => response?.Map("content")?.Entries ?? []).Select(content => content.Value).OfType<SpecMap>();
            foreach (var secret in contents.SelectMany(content => SecretsIn(content.Map("schema"), content["example"], "response")))
            {
                problems.Add(place, ProblemKind.Unsupported, $"{operation.Id}: x-observe is for a response whose example shows no secret: {secret}.");
            }
        }
    }

    private IEnumerable<string> SecretsIn(SpecMap? schema, SpecNode? example, string what)
    {
        var target = schema is null ? null : spec.Resolve(schema);
        return (target, example) switch
        {
            (null, _) => [],
            (_, SpecScalar) when target.IsTrue("x-secret") => [what],
            (_, SpecList list) => list.Items.SelectMany(item => SecretsIn(target.Map("items"), item, what)),
            (_, SpecMap map) => map.Entries.SelectMany(entry => SecretsIn(
                target.Map("properties")?.Map(entry.Key) ?? target.Map("additionalProperties"), entry.Value, entry.Key)),
            _ => [],
        };
    }
}
