using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Which objects come in responses, and which callers fill in: only what is needed is generated.</summary>
internal sealed class SchemaUsage
{
    private readonly MergedSpec _spec;
    private readonly Dictionary<string, Uses> _uses = new(StringComparer.Ordinal);

    public SchemaUsage(MergedSpec spec)
    {
        _spec = spec;
        foreach (var operation in spec.Operations)
        {
            foreach (var media in operation.Node.Map("requestBody")?.Map("content")?.Entries ?? [])
            {
                Visit(media.Value, media.Key == OperationPlan.Multipart ? Uses.Parts : Uses.Body);
            }

            foreach (var parameter in operation.Node.List("parameters").OfType<SpecMap>().Select(spec.Resolve).OfType<SpecMap>())
            {
                Visit(parameter, Uses.Query);
            }

            foreach (var response in (operation.Node.Map("responses")?.Entries ?? []).Select(response => response.Value).OfType<SpecMap>().Select(spec.Resolve).OfType<SpecMap>())
            {
                Visit(response, Uses.Response);
                if (operation.Node.Find("x-batch") is not null && (response.Map("content")?.Map("application/json")?.Map("schema")?.Text("$ref") is { } result))
                {
                    _uses[result.Split('/')[^1]] |= Uses.Batch;
                }
            }
        }
    }

    public Uses Of(string schema) => _uses.GetValueOrDefault(schema);

    private void Visit(SpecNode node, Uses use)
    {
        switch (node)
        {
            case SpecList list:
                foreach (var item in list.Items)
                {
                    Visit(item, use);
                }

                break;
            case SpecMap map when map.Text("$ref") is { } reference:
                var name = reference.Split('/')[^1];
                if (!_uses.GetValueOrDefault(name).HasFlag(use) && _spec.Find(reference) is { } target)
                {
                    _uses[name] = Of(name) | use;
                    Visit(target, use);
                }

                break;
            case SpecMap map:
                foreach (var entry in map.Entries.Where(entry => entry.Key is not ("example" or "examples" or "default" or "headers")))
                {
                    // What stands inside of a part is written as JSON.
                    Visit(entry.Value, use == Uses.Parts && entry.Key == "properties" ? Uses.Body : use);
                }

                break;
        }
    }
}

/// <summary>How an object is used.</summary>
[Flags]
internal enum Uses
{
    None = 0,

    /// <summary>It is read from a response.</summary>
    Response = 1,

    /// <summary>It is written as the JSON of a request.</summary>
    Body = 2,

    /// <summary>It is written as the parts of a multipart request.</summary>
    Parts = 4,

    /// <summary>Its fields are parameters of a query.</summary>
    Query = 8,

    /// <summary>It is the response of an operation whose ids are sent in batches, so that several of it become one.</summary>
    Batch = 16,
}
