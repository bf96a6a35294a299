using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Tests.Generation.Merging;

/// <summary>What YAML leaves open is read as the spec means it: an id stays a text.</summary>
public sealed class ScalarTests
{
    [TestCase("01JNP4Y7Q2T9")]
    [TestCase("65f0c1d2a3b4c5d6e7f80912")]
    [TestCase("2026-03-06T17:55:12.480Z")]
    [TestCase("2026-03-06")]
    [TestCase("0123")]
    [TestCase("+12")]
    [TestCase(".5")]
    [TestCase("0x1F")]
    [TestCase("1_000")]
    [TestCase("12:30")]
    [TestCase("1.2.3")]
    [TestCase("yes")]
    [TestCase("off")]
    [TestCase("True")]
    [TestCase(".inf")]
    public void Scalar_WithoutQuotes_IsAText(string text) => Read(text).GetValue<string>().Should().Be(text);

    [TestCase("'0123'", "0123")]
    [TestCase("'12'", "12")]
    [TestCase("\"1e3\"", "1e3")]
    [TestCase("'true'", "true")]
    [TestCase("''", "")]
    [TestCase("!!str 12", "12")]
    [TestCase("|-\n  one\n  two", "one\ntwo")]
    [TestCase(">-\n  one\n  two", "one two")]
    public void Scalar_MarkedAsAText_IsAText(string yaml, string text) => Read(yaml).GetValue<string>().Should().Be(text);

    [TestCase("12")]
    [TestCase("0")]
    [TestCase("-1.5")]
    [TestCase("1e3")]
    [TestCase("12345678901234567890123")]
    [TestCase("true")]
    [TestCase("false")]
    public void Scalar_ThatJsonHasToo_StaysAsItIsWritten(string yaml) => Read(yaml).ToJsonString().Should().Be(yaml);

    [TestCase("null")]
    [TestCase("~")]
    [TestCase("")]
    public void Scalar_WithoutAValue_IsNull(string yaml) => Values(yaml).Should().ContainKey("value").WhoseValue.Should().BeNull();

    /// <summary>Such an id needs quotes: in YAML, too, it is a number.</summary>
    [Test]
    public void Scalar_OfDigitsAroundAnE_IsANumber() => Read("123e45").GetValueKind().Should().Be(JsonValueKind.Number);

    [Test]
    public void Alias_IsWhatItsAnchorMarks()
    {
        var values = Values("&ann {userId: ann, roles: [host]}\nother: *ann");

        values["other"]!.ToJsonString().Should().Be(values["value"]!.ToJsonString()).And.Be("""{"userId":"ann","roles":["host"]}""");
    }

    private static JsonNode Read(string yaml) => Values(yaml)["value"]!;

    /// <summary>The example of a schema, in which the value stands.</summary>
    private static JsonObject Values(string yaml)
    {
        using var spec = new SmallSpec().Add("keywords of Room", $"example:\n  value: {yaml.Replace("\n", "\n  ", StringComparison.Ordinal)}");
        return JsonNode.Parse(spec.Contract())!["components"]!["schemas"]!["Room"]!["example"]!.AsObject();
    }
}
