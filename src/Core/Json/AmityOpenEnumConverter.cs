using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amity.Core.Json;

namespace Amity;

/// <summary>Lets System.Text.Json read and write the wire form of an open set, also as the key of a dictionary.</summary>
/// <typeparam name="T">The open set, one of this library.</typeparam>
/// <remarks>Public for source generation, which makes it in the application's own assembly; every open set names it already.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AmityOpenEnumConverter<T> : JsonConverter<T>
    where T : struct, IAmityOpenEnum
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => Of(reader.GetString()!),
        JsonTokenType.Null => default,
        _ => throw new JsonException($"A {typeof(T).Name} is a text, not {reader.TokenType}."),
    };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value is { Length: > 0 } text ? text : null);

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString()!);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);

    private static T Of(string value) => ((IOpenEnum<T>)(object)default(T)).Create(value);
}
