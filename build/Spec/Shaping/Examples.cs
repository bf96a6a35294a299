using Amity.Spec.CSharp;
using Amity.Spec.Parts;

namespace Amity.Spec.Shaping;

/// <summary>Gives an example to every parameter, request and success for which none is written, made of those of the schemas.</summary>
internal sealed class Examples(MergedSpec spec)
{
    private readonly ExampleValue _values = new(spec);

    public void Run()
    {
        foreach (var operation in spec.Operations)
        {
            foreach (var parameter in spec.ParametersOf(operation))
            {
                Complete(parameter);
            }

            CompleteContent(operation.Node.Map("requestBody"));
            foreach (var response in operation.Successes.Select(success => success.Value).OfType<SpecMap>().Select(spec.Resolve).OfType<SpecMap>())
            {
                CompleteContent(response);
                CompleteEach(response.Map("headers"));
            }
        }
    }

    /// <summary>A form has files, which no example shows.</summary>
    private void CompleteContent(SpecMap? body)
    {
        if (body?.Map("content") is { } content && content.Find(MediaType.Multipart) is null)
        {
            CompleteEach(content);
        }
    }

    private void CompleteEach(SpecMap? described)
    {
        foreach (var entry in (described?.Entries ?? []).Select(entry => entry.Value).OfType<SpecMap>())
        {
            Complete(entry);
        }
    }

    private void Complete(SpecMap described)
    {
        if (described.Find("example") is null && described.Map("schema") is { } schema && _values.Of(schema) is { } example)
        {
            described.Set("example", example);
        }
    }
}
