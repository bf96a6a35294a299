using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Sandbox.Contract;

/// <summary>Bodies as texts for those who only look on, with a mask in place of what the contract calls a secret.</summary>
internal static class SecretText
{
    private const string Mask = "***";

    /// <summary>A body; null when there is none.</summary>
    public static string? Show(ReadOnlyMemory<byte> body, ContractSchema? schema)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body.Span);
        if (schema is not { HasSecrets: true })
        {
            return text;
        }

        if (schema.IsSecret)
        {
            return text[0] == '"' ? $"\"{Mask}\"" : Mask;
        }

        try
        {
            // As it came, unless something in it is masked.
            return JsonNode.Parse(text) is { } json && schema.Replace(json, value => value.IsSecret ? Mask : null) > 0
                ? json.ToJsonString(PlainJson.Writing)
                : text;
        }
        catch (JsonException)
        {
            // Where a secret would stand in it nobody can say.
            return Mask;
        }
    }
}
