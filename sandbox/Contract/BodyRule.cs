using System.Text;
using Microsoft.AspNetCore.Http;
using NJsonSchema;
using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract says about the body of an operation.</summary>
internal sealed class BodyRule(OpenApiRequestBody body)
{
    private const string Place = "body";

    private readonly string _mediaType = body.Content.Keys.Single();
    private readonly JsonSchema _schema = body.Content.Values.Single().Schema.ActualSchema;

    public IEnumerable<Violation> Check(HttpRequest request, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return body.IsRequired ? [Violation.Unreadable(Place, "required")] : [];
        }

        if (_mediaType == "multipart/form-data")
        {
            return FormJson.Read(request, _schema) is { } form
                ? Violation.Find(Place, form, _schema)
                : [Violation.Unreadable(Place, $"it is not {_mediaType}")];
        }

        if (!request.HasJsonContentType())
        {
            return [Violation.Unreadable(Place, $"its content type is not {_mediaType}")];
        }

        return StrictJson.FindFault(bytes) is { } fault
            ? [Violation.Unreadable(Place, fault)]
            : Violation.Find(Place, Encoding.UTF8.GetString(bytes.Span), _schema);
    }
}
