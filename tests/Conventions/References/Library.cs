using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Amity.Tests.Conventions.References;

/// <summary>The library's build, and the folder of src/ that each of its members stands in.</summary>
internal static partial class Library
{
    private static readonly string Assembly = typeof(AmityClient).Assembly.Location;
    private static readonly SourceFiles Files = new(Assembly);

    internal static ModuleDefinition Module { get; } = ModuleDefinition.ReadModule(Assembly);

    /// <summary>The path of a member's file below src/; null for what the compiler alone made.</summary>
    internal static string? FileOf(IMemberDefinition member) =>
        Files.Of(member) is { } file && Source().Match(file) is { Success: true } source ? source.Groups["path"].Value : null;

    /// <summary>The folder of a member: of src/Core, <c>Common</c>, or <c>Areas/</c> and the name of an area.</summary>
    internal static string? FolderOf(IMemberDefinition member) => FileOf(member) switch
    {
        // The generated half of a type belongs to the other one.
        { } file when member.DeclaringType is null || SourceFiles.IsHandWritten(file) => FolderOf(file),
        _ => member.DeclaringType is { } type ? FolderOf(type) : null,
    };

    internal static string FolderOf(string file) => file.Split('/') switch
    {
        [var root, _] => root,
        [_, "Common", ..] => "Common",
        ["Core", var folder, ..] => folder,
        [_, var area, ..] => $"Areas/{area}",
        _ => throw new ArgumentException($"{file} is no path below src/.", nameof(file)),
    };

    [GeneratedRegex("^.*/src/(?<path>(Core|Extensions|Generated)/.*)$")]
    private static partial Regex Source();
}
