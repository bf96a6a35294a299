using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Sandbox.Contract;

/// <summary>Bodies as texts for those who only look on, with a mask in place of what the contract calls a secret.</summary>
internal static class SecretText
{
    private const string Mask = "***";

    private static readonly JsonSerializerOptions PlainText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Show(ReadOnlyMemory<byte> body, ContractSchema? schema)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body.Span);
        if (schema is null)
        {
            return text;
        }

        if (schema.IsSecret)
        {
            return text[0] == '"' ? $"\"{Mask}\"" : Mask;
        }

        try
        {
            return Show(text, JsonNode.Parse(text), schema);
        }
        catch (JsonException)
        {
            // Where a secret would stand in it nobody can say.
            return schema.HasSecrets ? Mask : text;
        }
    }

    // As it came, unless something in it is masked.
    private static string Show(string text, JsonNode? json, ContractSchema schema)
    {
        var masked = 0;
        if (json is not null)
        {
            schema.Visit(json, (value, of) =>
            {
                if (of.IsSecret)
                {
                    value.ReplaceWith(Mask);
                    masked++;
                }
            });
        }

        return masked == 0 ? text : json!.ToJsonString(PlainText);
    }
}
