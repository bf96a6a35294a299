using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>One argument of an operation, or one property of its options.</summary>
/// <param name="Wire">Its name in the request; empty for the body.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether a caller must give it.</param>
/// <param name="Doc">What it is for.</param>
/// <param name="Place">Where it is described.</param>
internal sealed record OperationArgument(string Wire, string Name, CSharpType Type, bool IsRequired, string? Doc, Place Place)
{
    /// <summary>The argument that holds the options.</summary>
    public const string Options = "options";

    /// <summary>What it is, for messages.</summary>
    public string What => Wire.Length == 0 ? "the request body" : $"the parameter {Wire}";

    public SpecMap? Schema { get; init; }

    public bool IsInPath { get; init; }

    public bool IsInQuery { get; init; }

    /// <summary>Whether it is a property of the operation's options, and not an argument of its own.</summary>
    public bool IsOption { get; init; }

    public IReadOnlyList<string> Checks { get; init; } = [];

    public IReadOnlyList<string> Sends { get; init; } = [];

    /// <summary>The arguments that cut it into batches; null when it is sent as it is.</summary>
    public string? Batch { get; init; }

    /// <summary>The expression of its value inside of the method.</summary>
    public string Value => IsOption ? $"{Options}?.{Name}" : CSharpName.Escaped(Name);

    public JsonObject ToJson() => new()
    {
        ["declaration"] = IsOption ? $"{Type.Name}? {Name}" : IsRequired ? $"{Type.Name} {Value}" : $"{Type.Name}? {Value} = null",
        ["name"] = Name,
        ["value"] = Value,
        ["list"] = Type.IsList,
        ["doc"] = Doc?.Trim(),
    };
}
