using System.Text.Json;
using System.Text.Json.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Amity.Tests.Unit.Bulk;

/// <summary>A bulk result is cached and returned: both serializers write it, and read back the same values.</summary>
public sealed partial class BulkJsonTests
{
    private const string Body = """{"status":"error","secret":"of the response"}""";

    public sealed record Form(string Name, Func<BulkResult, string> Write, Func<string, BulkResult?> Read)
    {
        public override string ToString() => Name;
    }

    private static readonly JsonSerializerSettings CamelCase = new() { ContractResolver = new CamelCasePropertyNamesContractResolver() };

    private static IEnumerable<Form> Forms =>
    [
        new("reflection", result => JsonSerializer.Serialize(result), text => JsonSerializer.Deserialize<BulkResult>(text)),
        new(
            "reflection for the web",
            result => JsonSerializer.Serialize(result, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<BulkResult>(text, JsonSerializerOptions.Web)),
        new(
            "source generation",
            result => JsonSerializer.Serialize(result, Generated.Default.BulkResult),
            text => JsonSerializer.Deserialize(text, Generated.Default.BulkResult)),
        new("Newtonsoft.Json", JsonConvert.SerializeObject, JsonConvert.DeserializeObject<BulkResult>),
        new(
            "Newtonsoft.Json in camel case",
            result => JsonConvert.SerializeObject(result, CamelCase),
            text => JsonConvert.DeserializeObject<BulkResult>(text, CamelCase)),
        new("written by Newtonsoft.Json", JsonConvert.SerializeObject, text => JsonSerializer.Deserialize<BulkResult>(text)),
        new("read by Newtonsoft.Json", result => JsonSerializer.Serialize(result), JsonConvert.DeserializeObject<BulkResult>),
    ];

    private static BulkResult WithRejects
    {
        get
        {
            var rejection = AmityFakes.ApiException(
                "banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban", details: ["staff"], responseBody: Body);
            var lost = AmityFakes.TransportException("banViewers", AmityTransportFailure.Reset, mayHaveSucceeded: true);
            return new BulkResult(
            [
                new("ann", BulkOutcome.Done),
                new("staff", BulkOutcome.Rejected) { Error = rejection },
                new("ben", BulkOutcome.Unknown) { Error = lost },
                new("cat", BulkOutcome.NotSent),
            ])
            {
                Error = lost,
            };
        }
    }

    [Test]
    public void Result_AllDone_ReadsBackEqual([ValueSource(nameof(Forms))] Form form)
    {
        var result = new BulkResult([new("ann", BulkOutcome.Done), new("ben", BulkOutcome.Done)]);

        ReadBack(form, result).ThrowIfIncomplete().Should().BeEquivalentTo(result, options => options.WithStrictOrdering());
    }

    [Test]
    public void Result_WithRejectsAndCutOff_ReadsBackEqualButForItsExceptions([ValueSource(nameof(Forms))] Form form)
    {
        var read = ReadBack(form, WithRejects);

        read.Should().BeEquivalentTo(WithRejects, options => options.WithStrictOrdering().Excluding(member => member.Name == nameof(BulkResult.Error)));
        read.Error.Should().BeNull();
        read.Items.Should().OnlyContain(item => item.Error == null);
    }

    [Test]
    public void Result_Written_HasTextsAndNumbersForItsReasons([ValueSource(nameof(Forms))] Form form)
    {
        using var json = JsonDocument.Parse(form.Write(WithRejects).ToLowerInvariant());
        var rejected = json.RootElement.GetProperty("items")[1];

        rejected.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("id", "outcome", "reason");
        rejected.GetProperty("outcome").GetString().Should().Be("rejected");
        rejected.GetProperty("reason").GetProperty("category").GetString().Should().Be("usersrejected");
        rejected.GetProperty("reason").GetProperty("statuscode").GetInt32().Should().Be(403);
        rejected.GetProperty("reason").GetProperty("errorcode").GetInt32().Should().Be(400306);
        json.RootElement.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("items", "remaining", "reason");
    }

    [Test]
    public void Result_Written_HoldsNothingOfTheResponsesBody([ValueSource(nameof(Forms))] Form form) =>
        form.Write(WithRejects).Should().Contain("Cannot ban").And.NotContain("secret");

    [Test]
    public void ErrorCode_InAMapOfTheCallers_IsANumberForBothSerializers()
    {
        var codes = new Dictionary<string, AmityErrorCode?> { ["a"] = AmityErrorCode.NotFound, ["b"] = null };

        JsonSerializer.Serialize(codes).Should().Be("""{"a":400400,"b":null}""").And.Be(JsonConvert.SerializeObject(codes));
        JsonSerializer.Deserialize<Dictionary<string, AmityErrorCode?>>("""{"a":400400,"b":null}""").Should().Equal(codes);
        JsonConvert.DeserializeObject<Dictionary<string, AmityErrorCode?>>("""{"a":400400,"b":null}""").Should().Equal(codes);
    }

    private static BulkResult ReadBack(Form form, BulkResult result) => form.Read(form.Write(result))!;

    [JsonSerializable(typeof(BulkResult))]
    private sealed partial class Generated : JsonSerializerContext;
}
