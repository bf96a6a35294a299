namespace Amity;

/// <summary>Reads an error's detail, which the service gives as a list of texts or as an object.</summary>
internal static class ApiErrorDetails
{
    internal static IReadOnlyList<string> Read(ApiError? error) => error?.Data?.Detail switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, object?>> fields => [.. fields.Select(field => $"{field.Key}: {Text(field.Value)}")],
        List<object?> items => [.. items.Select(Text)],
        var single => [Text(single)],
    };

    private static string Text(object? value) => value as string ?? Polyfills.ToText(RequestWriter.Write(value));
}
