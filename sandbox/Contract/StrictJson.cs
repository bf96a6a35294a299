using System.Text.Json;

namespace Amity.Sandbox.Contract;

/// <summary>Finds what is not JSON, or what no two readers would understand alike.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Why the text is rejected, null when it is not.</summary>
    public static string? FindFault(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return FindFault(document.RootElement);
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
        catch (InvalidOperationException)
        {
            return "a text in it is not well-formed UTF-16";
        }
    }

    private static string? FindFault(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject()
                    .Select(property => property.Name is null ? null : FindFault(property.Value))
                    .FirstOrDefault(fault => fault is not null);
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(FindFault).FirstOrDefault(fault => fault is not null);
            case JsonValueKind.String:
                _ = element.GetString();
                return null;
            case JsonValueKind.Number:
                return IsTooLarge(element) ? $"the number {element.GetRawText()} is out of range" : null;
            default:
                return null;
        }
    }

    private static bool IsTooLarge(JsonElement number) =>
        number.GetRawText().AsSpan().ContainsAny(".eE")
            ? !double.IsFinite(number.GetDouble())
            : !number.TryGetInt64(out _);
}
