using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>The file that a generated type gets: one folder per area, one file per type.</summary>
internal static class GeneratedFile
{
    public static string Of(Place place, string type) =>
        CSharpName.Pascal(MergedSpec.AreaOf(place)) is { Length: > 0 } area ? $"{area}/{type}.g.cs" : $"{type}.g.cs";
}
