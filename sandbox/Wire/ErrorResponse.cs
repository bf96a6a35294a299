using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>The body of every response that reports an error.</summary>
internal sealed record ErrorResponse(int Code, string Message, ErrorData? Data = null)
{
    [JsonPropertyOrder(-1)]
    public string Status => "error";
}

/// <summary>The particulars of an error, one text each.</summary>
internal sealed record ErrorData(IReadOnlyList<string> Detail);
