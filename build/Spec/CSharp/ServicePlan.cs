using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans what is generated once for the whole service, where its spec asks for it: see <c>openapi/README.md</c>.</summary>
internal static class ServicePlan
{
    public static JsonObject Plan(MergedSpec spec) => new()
    {
        ["entry"] = spec.Root.Text("x-entry"),
        ["clients"] = new JsonArray([.. Clients(spec)]),
        ["codes"] = new JsonArray([.. spec.Root.List("x-error-codes").OfType<SpecMap>().Select(CodeOf)]),
        ["limit"] = spec.Root.Map("x-rate-limit")?.ToJson(),
    };

    /// <summary>The client of each tag that has operations.</summary>
    private static IEnumerable<JsonNode> Clients(MergedSpec spec)
    {
        var used = spec.Operations.Select(operation => operation.Tag).ToHashSet();
        return spec.Root.List("tags").OfType<SpecMap>().Where(tag => used.Contains(tag.Text("name"))).Select(tag =>
        {
            var name = CSharpName.Pascal(tag.Text("name")!);
            return new JsonObject
            {
                ["name"] = name,
                ["field"] = "_" + CSharpName.Camel(tag.Text("name")!),
                ["class"] = name + "Client",
                ["doc"] = tag.Text("description")?.Trim(),
            };
        });
    }

    private static JsonNode CodeOf(SpecMap code) => new JsonObject
    {
        ["number"] = code.Text("code"),
        ["name"] = code.Text("name"),
        ["doc"] = code.Text("description")?.Trim(),
    };
}
