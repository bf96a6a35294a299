namespace Amity.Tests.Generation.Merging;

/// <summary>A part that cannot be read is the only problem, with file and line: what it would describe is not missed elsewhere.</summary>
public sealed class UnreadablePartTests
{
    private const string NotYaml = "AMITY101";

    [TestCase("tags: [\n▸")]
    [TestCase("tags:\n  - name: ▸@Rooms\n")]
    [TestCase("tags:\n- name: Zoo\n  description: more▸: Zoo\n")]
    [TestCase("tags: ▸'Zoo\n\n")]
    [TestCase("paths: {/zoo: {\n▸")]
    [TestCase("paths:\n  a: {b▸: c\n  d: e\nf: g\n")]
    [TestCase("? ▸[tags]\n: []\n")]
    public void Part_NotYaml_IsRejectedInItsLine(string text)
    {
        using var spec = new SmallSpec().Part("zoo/paths.yaml", text);

        spec.ShouldHaveOneProblem(NotYaml, "This is not YAML: ");
    }

    [TestCase("▸")]
    [TestCase("▸# Nothing yet.\n")]
    [TestCase("▸- a list\n")]
    [TestCase("▸just a text\n")]
    [TestCase("▸tags: []\n---\npaths: {}\n")]
    public void Part_NotOneObject_IsRejected(string text)
    {
        using var spec = new SmallSpec().Part("zoo/paths.yaml", text);

        spec.ShouldHaveOneProblem(NotYaml, "A part of the spec is one YAML object.");
    }

    [TestCase("a: ▸*nowhere\n")]
    [TestCase("a: &self {b: ▸*self}\n")]
    public void Alias_WithoutACompleteAnchor_IsRejected(string text)
    {
        using var spec = new SmallSpec().Part("zoo/paths.yaml", text);

        spec.ShouldHaveOneProblem(NotYaml, "anchor");
    }

    [Test]
    public void Part_NotUtf8_IsRejectedInItsLine()
    {
        using var spec = new SmallSpec();
        Directory.CreateDirectory(spec.Folder);
        File.WriteAllBytes(Path.Combine(spec.Folder, "latin.yaml"), [.. "tags: []\n# Caf"u8, 0xE9, .. "\n"u8]);

        spec.Problems().Should().Equal("openapi/latin.yaml(2,1): error AMITY101: This line is not UTF-8.");
    }

    [Test]
    public void Part_WithAByteOrderMark_IsRead()
    {
        using var spec = new SmallSpec().Part("zoo/paths.yaml", "\uFEFFpaths: {}\n");

        spec.Problems().Should().BeEmpty();
    }
}
