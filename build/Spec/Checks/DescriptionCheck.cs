using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>
/// What has to be said in words, for it becomes documentation: every operation, argument, object, enum and tag. A property may go without,
/// and so may what is named where it stands: a sentence is made of their names.
/// </summary>
internal sealed class DescriptionCheck(MergedSpec spec, SpecProblems problems)
{
    public void Run()
    {
        foreach (var tag in spec.Root.List("tags").OfType<SpecMap>())
        {
            Check(tag, tag.Place, $"tag {tag.Text("name")}");
        }

        foreach (var operation in spec.Operations)
        {
            Check(operation.Node, operation.Place, operation.Id, "summary");
            if (operation.Node.Map("requestBody") is { } body)
            {
                var media = body.Map("content")?.Entries.Select(entry => entry.Value).OfType<SpecMap>().FirstOrDefault();
                CheckArgument(body, media?.Map("schema"), $"{operation.Id}, request body");
            }
        }

        foreach (var (parameter, where) in spec.Parameters)
        {
            CheckArgument(parameter, parameter.Map("schema"), where);
        }

        foreach (var (name, schema) in spec.Schemas.Entries.Select(entry => (entry.Key, entry.Value as SpecMap)))
        {
            if (schema is not null && (schema.Find("properties") ?? schema.Find("enum") ?? schema.Find("allOf")) is not null)
            {
                Check(schema, schema.Place, name);
            }
        }
    }

    /// <summary>An argument may leave its words to its schema.</summary>
    private void CheckArgument(SpecMap argument, SpecMap? schema, string where)
    {
        if (schema is null || spec.Resolve(schema)?.Find("description") is null)
        {
            Check(argument, argument.Place, where);
        }
    }

    private void Check(SpecMap node, Place place, string where, string key = "description")
    {
        if (string.IsNullOrWhiteSpace(node.Text(key)))
        {
            problems.Add(place, ProblemKind.Missing, $"{where}: {key} is missing.");
        }
    }
}
