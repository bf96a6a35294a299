using System.Text;
using System.Text.Json.Nodes;
using PactNet;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>Makes of the spec's example of a request what a pact says of it.</summary>
internal static class ExampleRequests
{
    private const string Boundary = "boundary";

    public static IRequestBuilderV4 WithExample(this IRequestBuilderV4 request, SpecRequest example)
    {
        var target = example.Target.Split('?', 2);
        request.WithRequest(new HttpMethod(example.Method), target[0]);
        foreach (var pair in target.ElementAtOrDefault(1)?.Split('&') ?? [])
        {
            var parts = pair.Split('=', 2);
            request.WithQuery(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]));
        }

        foreach (var (name, value) in example.Headers)
        {
            request.WithHeader(name, value);
        }

        return example.Body is null ? request
            : Spec.IsMultipart(example.OperationId) ? request.WithForm(PartsOf(example))
            : request.WithJsonBody(JsonNode.Parse(example.Body)!);
    }

    /// <summary>Adds a form, whose boundary is new for each request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parts">The name, the name of the file if it is one, and the text of each part.</param>
    public static IRequestBuilderV4 WithForm(this IRequestBuilderV4 request, IEnumerable<(string Name, string? File, string Text)> parts)
    {
        var form = new StringBuilder();
        foreach (var (name, file, text) in parts)
        {
            form.Append($"--{Boundary}\r\nContent-Disposition: form-data; name={name}");
            form.Append(file is null ? "\r\n\r\n" : $"; filename={file}\r\nContent-Type: application/octet-stream\r\n\r\n");
            form.Append($"{text}\r\n");
        }

        // The core finds the expected boundary in the header, and would compare one in the media type of the body.
        return request.WithHeader("Content-Type", Match.Regex($"multipart/form-data; boundary={Boundary}", "^multipart/form-data; ?boundary=.+$"))
            .WithBody($"{form}--{Boundary}--\r\n", "multipart/form-data");
    }

    private static IEnumerable<(string Name, string? File, string Text)> PartsOf(SpecRequest example) =>
        JsonNode.Parse(example.Body!)!.AsObject().Select(part => (
            part.Key,
            Spec.BodyOf(example.OperationId)!.ActualProperties[part.Key].Format == "binary" ? SpecRequest.FileName : null,
            (string)part.Value!));
}
