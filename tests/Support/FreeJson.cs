using System.Text.Json;

namespace Amity.Tests.Support;

/// <summary>The JSON of a value without a schema, for comparison.</summary>
public static class FreeJson
{
    public static string Of(object? value) => JsonSerializer.Serialize(value);
}
