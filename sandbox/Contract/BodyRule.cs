using System.Text;

using Microsoft.AspNetCore.Http;

using NJsonSchema;

using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract says about the body of an operation.</summary>
internal sealed class BodyRule(OpenApiRequestBody body)
{
    private const string Place = "body";

    private readonly JsonSchema _schema = body.Content["application/json"].Schema.ActualSchema;

    public IEnumerable<Violation> Check(HttpRequest request, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return body.IsRequired ? [Violation.Unreadable(Place, "required")] : [];
        }

        if (!request.HasJsonContentType())
        {
            return [Violation.Unreadable(Place, "its content type is not application/json")];
        }

        return StrictJson.FindFault(bytes) is { } fault
            ? [Violation.Unreadable(Place, fault)]
            : Violation.Find(Place, Encoding.UTF8.GetString(bytes.Span), _schema);
    }
}
