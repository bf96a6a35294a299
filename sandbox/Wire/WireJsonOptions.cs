using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>How strictly bodies are read, and how plainly they are written.</summary>
internal static class WireJsonOptions
{
    public static void Apply(JsonSerializerOptions json)
    {
        json.TypeInfoResolver = WireJson.Default;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new TimestampConverter());
    }
}
