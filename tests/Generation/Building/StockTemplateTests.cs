using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Amity.Tests.Generation.Building;

/// <summary>
/// The templates that NSwag brings along are those that ours were written against; after an upgrade, the difference shows what changed upstream.
/// </summary>
public sealed class StockTemplateTests
{
    private static readonly string[] Libraries = ["NJsonSchema.CodeGeneration.CSharp.dll", "NSwag.CodeGeneration.CSharp.dll"];

    private static readonly string Approved = Path.Combine(Repo.Root, "tests", "Generation", "Building", "StockTemplates.approved.txt");

    [Test]
    public void StockTemplates_OfTheReferencedNSwag_AreTheApprovedOnes()
    {
        var tools = Path.Combine(Repo.Packages, "nswag.msbuild", Version(), "tools", "Net100");

        var found = Libraries.SelectMany(library => Fingerprints(Path.Combine(tools, library))).ToList();

        found.Should().HaveCountGreaterThan(20);
        var received = Path.Combine(TestContext.CurrentContext.WorkDirectory, "StockTemplates.received.txt");
        File.WriteAllLines(received, found);
        found.Should().Equal(
            File.ReadAllLines(Approved),
            "build/templates replaces some of these: look at what changed upstream, then copy {0} over {1}",
            received,
            Approved);
    }

    private static string Version() => XDocument.Load(Path.Combine(Repo.Root, "Directory.Packages.props")).Descendants("PackageVersion")
        .Single(package => (string?)package.Attribute("Include") == "NSwag.MSBuild").Attribute("Version")!.Value;

    private static List<string> Fingerprints(string library)
    {
        // Apart from the NSwag that the tests themselves use.
        var context = new AssemblyLoadContext(library, isCollectible: true);
        var assembly = context.LoadFromAssemblyPath(library);
        var lines = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".liquid", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => $"{name} {Fingerprint(assembly, name)}").ToList();
        context.Unload();
        return lines;
    }

    private static string Fingerprint(Assembly assembly, string name)
    {
        using var template = assembly.GetManifestResourceStream(name)!;
        return Convert.ToHexStringLower(SHA256.HashData(template));
    }
}
