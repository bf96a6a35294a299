using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amity.Tests.Contract.Provider;

/// <summary>
/// Takes a provider's values out of a response before anything can print them; names, kinds and what the pact fixes stay,
/// so the verdict on the response does not change.
/// </summary>
internal sealed class ResponseMask
{
    private const string Masked = "(masked)";

    private readonly ILookup<string, JsonElement> _examples;
    private readonly JsonNode? _rules;

    public ResponseMask(PactInteraction interaction)
    {
        var response = interaction.Json["response"]!;
        var example = JsonSerializer.SerializeToElement(response["body"]?["content"]);
        _examples = Leaves("$", example).ToLookup(leaf => leaf.Path, leaf => leaf.Value);
        _rules = response["matchingRules"]?["body"];
    }

    public ProviderResponse Apply(ProviderResponse response) => response with
    {
        // Not an address, so the core, which follows every redirect that it can, is left with this response.
        Location = response.Location is { } location ? $"{new Uri(location).Scheme}://[masked]" : null,
        Body = response.Body.Length == 0 ? [] : Apply(response.Body),
    };

    private byte[] Apply(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            using var masked = new MemoryStream();
            using (var writer = new Utf8JsonWriter(masked))
            {
                Write(writer, "$", document.RootElement);
            }

            return masked.ToArray();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter is about a text that is no Unicode, such as half of a pair of surrogates.
            return Encoding.UTF8.GetBytes(Text("$", Encoding.UTF8.GetString(body)));
        }
    }

    private void Write(Utf8JsonWriter writer, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, Below(path, property.Name), property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, Item(path), item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(path, value.GetString()!));
                break;
            case JsonValueKind.Number when !_examples[path].Any(example => example.ValueKind == JsonValueKind.Number):
                writer.WriteNumberValue(0);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private string Text(string path, string value)
    {
        var examples = _examples[path].Where(example => example.ValueKind == JsonValueKind.String).Select(example => example.GetString()!);
        return examples.FirstOrDefault(example => example == value || Fits(path, value)) ?? Masked;
    }

    // A dollar sign also fits before a last line break, which the core takes for a difference.
    private bool Fits(string path, string value) =>
        (string?)_rules?[path]?["matchers"]?[0]?["regex"] is { } pattern
        && Regex.Match(value, pattern) is { Success: true } match && match.Length == value.Length;

    private static IEnumerable<(string Path, JsonElement Value)> Leaves(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Leaves(Below(path, property.Name), property.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Leaves(Item(path), item)),
        _ => [(path, value)],
    };

    private static string Below(string path, string name) => $"{path}.{name}";

    private static string Item(string path) => $"{path}[*]";
}
