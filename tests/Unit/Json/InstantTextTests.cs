using System.Globalization;
using System.Text;

namespace Amity.Tests.Unit.Json;

/// <summary>The quick way to read an instant gives what the framework's own gives, or leaves the text to it.</summary>
public sealed class InstantTextTests
{
    private const int Variants = 5000;

    [Test]
    public void TryReadUtc_AnyInstantOfTheService_GivesWhatParseGives()
    {
        for (var seed = 0; seed < Variants; seed++)
        {
            var text = new JsonMaker(seed).Instant();

            var read = Internals.TryReadUtc(Encoding.UTF8.GetBytes(text), out var instant);

            read.Should().Be(text.EndsWith('Z'), "seed {0} makes {1}", seed, text);
            if (read)
            {
                instant.EqualsExact(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)).Should().BeTrue("seed {0} makes {1}", seed, text);
            }
        }
    }

    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("9999-12-31T23:59:59.9999999Z")]
    [TestCase("2024-02-29T00:00:00.000Z")]
    [TestCase("2000-02-29T23:59:59.0000001Z")]
    public void TryReadUtc_AtTheEdges_GivesWhatParseGives(string text)
    {
        Internals.TryReadUtc(Encoding.UTF8.GetBytes(text), out var instant).Should().BeTrue();

        instant.EqualsExact(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)).Should().BeTrue();
    }

    [TestCase("2025-02-30T00:00:00Z")]
    [TestCase("2025-02-29T00:00:00Z")]
    [TestCase("1900-02-29T00:00:00Z")]
    [TestCase("2025-04-31T00:00:00Z")]
    [TestCase("2025-01-01T24:00:00Z")]
    [TestCase("2025-01-01T00:60:00Z")]
    [TestCase("2025-01-01T00:00:60Z")]
    [TestCase("0000-01-01T00:00:00Z")]
    [TestCase("2025-00-01T00:00:00Z")]
    [TestCase("2025-13-01T00:00:00Z")]
    [TestCase("2025-01-00T00:00:00Z")]
    [TestCase("2025-01-01T00:00:00.Z")]
    [TestCase("2025-01-01T00:00:00.12345678Z")]
    [TestCase("2025-01-01T00:00:00,123Z")]
    [TestCase("2025-01-01T00:00:00.-12Z")]
    [TestCase("2025-01-01 00:00:00Z")]
    [TestCase("2025-01-01T00:00:00z")]
    [TestCase("2025-01-01T00:00:00+00:00")]
    [TestCase("+025-01-01T00:00:00Z")]
    [TestCase("2025-1-001T00:00:00Z")]
    [TestCase("２025-01-01T00:00:00Z")]
    [TestCase("2025-01-01T00:00:0Z")]
    [TestCase("")]
    public void TryReadUtc_AnythingElse_IsLeftAlone(string text) => Internals.TryReadUtc(Encoding.UTF8.GetBytes(text), out _).Should().BeFalse();
}
