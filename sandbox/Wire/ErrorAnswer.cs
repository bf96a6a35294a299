using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>The body of every answer that reports an error.</summary>
internal sealed record ErrorAnswer(int Code, string Message, ErrorData? Data = null)
{
    [JsonPropertyOrder(-1)]
    public string Status => "error";
}
