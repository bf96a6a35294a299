using System.Text.Json;

namespace Amity;

/// <summary>Reads an error's detail, which the service gives as a list of texts or as an object.</summary>
internal static class ApiErrorDetails
{
    internal static IReadOnlyList<string> Read(ApiError? error) => error?.Data?.Detail switch
    {
        null => [],
        JsonElement { ValueKind: JsonValueKind.Object } fields => [.. fields.EnumerateObject().Select(field => $"{field.Name}: {Text(field.Value)}")],
        JsonElement { ValueKind: JsonValueKind.Array } items => [.. items.EnumerateArray().Select(item => Text(item))],
        var single => [Text(single)],
    };

    private static string Text(object value) =>
        value is JsonElement { ValueKind: JsonValueKind.String } text ? text.GetString()! : Polyfills.ToText(RequestWriter.Write(value));
}
