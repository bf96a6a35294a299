using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Which objects come in responses, and which callers fill in: only what is needed is generated.</summary>
internal sealed class SchemaUsage
{
    private readonly MergedSpec _spec;
    private readonly Dictionary<string, Uses> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);

    public SchemaUsage(MergedSpec spec)
    {
        _spec = spec;
        foreach (var operation in spec.Operations)
        {
            foreach (var media in operation.Node.Map("requestBody")?.Map("content")?.Entries ?? [])
            {
                Visit(media.Value, media.Key == MediaType.Multipart ? Uses.Parts : Uses.Body);
            }

            foreach (var parameter in spec.ParametersOf(operation))
            {
                // Of an object that becomes options only its fields are left.
                Visit(ParameterPlan.IsPaging(spec, parameter) ? spec.Resolve(parameter.Map("schema")!) : parameter, Uses.Query);
            }

            foreach (var response in operation.Node.Map("responses")?.Entries ?? [])
            {
                // Of a confirmation only one field is looked at.
                if (operation.Node.Map("x-result")?.Find("confirmation") is null || !operation.Successes.Contains(response))
                {
                    Visit(response.Value, Uses.Response);
                }
            }

            if (operation.Node.Map("x-result")?.Text("page") is { } list)
            {
                foreach (var schema in ResponsesOf(operation))
                {
                    _pages.TryAdd(schema, list);
                }
            }

            if (operation.Node.Find("x-batch") is not null)
            {
                foreach (var schema in ResponsesOf(operation))
                {
                    _uses[schema] = _uses.GetValueOrDefault(schema) | Uses.Batch;
                }
            }

            _whole.UnionWith(ResponsesOf(operation));
        }
    }

    public Uses Of(string schema) => _uses.GetValueOrDefault(MergedSpec.ReferenceTo("schemas", schema));

    /// <summary>The list that an object is a page of; null when it is none.</summary>
    public string? PageOf(string schema) => _pages.GetValueOrDefault(MergedSpec.ReferenceTo("schemas", schema));

    /// <summary>Whether an object is a whole response.</summary>
    public bool IsResponse(string schema) => _whole.Contains(MergedSpec.ReferenceTo("schemas", schema));

    private void Visit(SpecNode? node, Uses use)
    {
        foreach (var reference in node is null ? [] : MergedSpec.References(node).Select(entry => entry.Value).OfType<SpecScalar>())
        {
            var uses = _uses.GetValueOrDefault(reference.Text);
            if (!uses.HasFlag(use) && _spec.Find(reference.Text) is { } target)
            {
                _uses[reference.Text] = uses | use;

                // What stands inside of a part is written as JSON.
                Visit(target, use == Uses.Parts ? Uses.Body : use);
            }
        }
    }

    /// <summary>The objects that an operation's successes are.</summary>
    private List<string> ResponsesOf(SpecOperation operation) =>
        operation.Successes.Select(response => response.Value).OfType<SpecMap>()
            .Select(response => _spec.Resolve(response)?.Map("content")?.Map(MediaType.Json)?.Map("schema")?.Text("$ref"))
            .OfType<string>().ToList();
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
