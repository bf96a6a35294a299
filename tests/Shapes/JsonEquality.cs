using System.Text.Json;

namespace Amity.Tests.Shapes;

/// <summary>JSON in a model is compared by its values.</summary>
[SetUpFixture]
internal sealed class JsonEquality
{
    [OneTimeSetUp]
    public static void CompareByValues() => AssertionOptions.AssertEquivalencyUsing(options => options
        .Using<JsonElement>(pair => JsonElement.DeepEquals(pair.Subject, pair.Expectation).Should().BeTrue("{0} is {1}", pair.Subject, pair.Expectation))
        .WhenTypeIs<JsonElement>());
}
