using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract says about the body of an operation.</summary>
internal sealed class BodyRule
{
    private const string Place = "body";

    private readonly string _mediaType;
    private readonly bool _isRequired;

    public BodyRule(ServiceContract contract, JsonElement body)
    {
        var (mediaType, content) = body.GetProperty("content").EnumerateObject().Select(type => (type.Name, type.Value)).Single();
        (_mediaType, Schema) = (mediaType, contract.SchemaOf(content.GetProperty("schema")));
        _isRequired = body.TryGetProperty("required", out var required) && required.GetBoolean();
    }

    public ContractSchema Schema { get; }

    public IReadOnlyList<Violation> Check(HttpRequest request, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return _isRequired ? [Violation.Unreadable(Place, "required")] : [];
        }

        if (_mediaType == "multipart/form-data")
        {
            return FormJson.Read(request, Schema) is { } form ? Check(form) : [Violation.Unreadable(Place, $"it is not {_mediaType}")];
        }

        if (!request.HasJsonContentType())
        {
            return [Violation.Unreadable(Place, $"its content type is not {_mediaType}")];
        }

        return StrictJson.FindFault(bytes) is { } fault ? [Violation.Unreadable(Place, fault)] : Check(bytes);
    }

    private IReadOnlyList<Violation> Check(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Schema.Check(Place, document.RootElement)];
    }
}
