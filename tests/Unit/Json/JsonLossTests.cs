namespace Amity.Tests.Unit.Json;

/// <summary>The comparison that the sample tests rest on sees every kind of loss.</summary>
public sealed class JsonLossTests
{
    [TestCase("""{"a":1}""", """{}""")]
    [TestCase("""{}""", """{"a":[]}""")]
    [TestCase("""{"a":123}""", """{"a":123.0}""")]
    [TestCase("""{"a":[1,2]}""", """{"a":[1]}""")]
    [TestCase("""{"createdAt":"2023-11-07T05:31:56.1234567Z"}""", """{"createdAt":"2023-11-07T05:31:56.123Z"}""")]
    [TestCase("""{"createdAt":"2023-11-07T05:31:56Z"}""", """{"createdAt":"2023-11-07T05:31:56+00:00"}""")]
    [TestCase("""{"title":"2023-11-07T05:31:56Z"}""", """{"title":"2023-11-07T05:31:56.000Z"}""")]
    [TestCase("""{"metadata":{"createdAt":"2023-11-07T05:31:56Z"}}""", """{"metadata":{"createdAt":"2023-11-07T05:31:56.000Z"}}""")]
    [TestCase("""{"metadata":{"a":null}}""", """{"metadata":{}}""")]
    public void Between_SomethingDiffers_SaysWhere(string before, string after) => JsonLoss.Between(before, after).Should().ContainSingle();

    [TestCase("""{"a":123.0,"b":null}""", """{"a":123}""")]
    [TestCase("""{"createdAt":"2023-11-07T05:31:56Z"}""", """{"createdAt":"2023-11-07T05:31:56.000Z"}""")]
    [TestCase("""{"createdAt":"2023-11-07T07:31:56+02:00"}""", """{"createdAt":"2023-11-07T05:31:56.000Z"}""")]
    public void Between_SameThingWrittenAnotherWay_IsEmpty(string before, string after) => JsonLoss.Between(before, after).Should().BeEmpty();
}
