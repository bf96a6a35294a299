using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>One argument of an operation.</summary>
/// <param name="Wire">Its name in the request; empty for the body.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether a caller must give it.</param>
/// <param name="Doc">What it is for.</param>
/// <param name="Place">Where it is described.</param>
internal sealed record OperationArgument(string Wire, string Name, CSharpType Type, bool IsRequired, string? Doc, Place Place)
{
    /// <summary>What it is, for messages.</summary>
    public string What => Wire.Length == 0 ? "the request body" : $"the parameter {Wire}";

    public SpecMap? Schema { get; init; }

    public bool IsInPath { get; init; }

    public IReadOnlyList<string> Checks { get; init; } = [];

    public IReadOnlyList<string> Sends { get; init; } = [];

    /// <summary>The arguments that cut it into batches; null when it is sent as it is.</summary>
    public string? Batch { get; init; }

    public string Value => CSharpName.Escaped(Name);

    public JsonObject ToJson() => new()
    {
        ["declaration"] = $"{Type.Name}{(IsRequired ? string.Empty : "?")} {Value}{(IsRequired ? string.Empty : " = null")}",
        ["name"] = Name,
        ["doc"] = Doc?.Trim(),
    };
}
