using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Json;

/// <summary>For valid JSON of the spec's types, the generated reader and Newtonsoft give equal objects.</summary>
public sealed class ReaderEqualityTests
{

    private static readonly Func<string, byte[]>[] Forms =
    [
        Encoding.UTF8.GetBytes,
        json => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)],
        json => Encoding.UTF8.GetBytes(JsonLoss.Parse(json).ToString(Formatting.None)),
        json => Encoding.UTF8.GetBytes($"\r\n\t {json} \n"),
        json => Encoding.UTF8.GetBytes(Escaped(JsonLoss.Parse(json))),
    ];

    private static readonly int Variants = TestedBuild.VariantsOfEach(OfEachType.Count());

    private static IEnumerable<string> Operations => TestedBuild.Operations.Where(id => OperationCall.ResponseOf(id) is not null);

    // How a response is read is a matter of its type, and of what the result is in it.
    private static IEnumerable<string> OfEachType => Operations.DistinctBy(id => (OperationCall.ResponseOf(id), Spec.ShapeOf(id).Result));

    private static IEnumerable<string> Requests => TestedBuild.Operations.Where(id => Spec.BodyOf(id) is not null && !Spec.IsMultipart(id)).DistinctBy(RequestOf);

    [TestCaseSource(nameof(Operations))]
    public async Task Sample_InAnyForm_ReadsAsNewtonsoftReadsIt(string operationId)
    {
        var sample = RepoFiles.ReadSample(operationId);
        foreach (var form in Forms)
        {
            (await DifferenceAsync(operationId, sample, form(sample))).Should().BeEmpty();
        }
    }

    [TestCaseSource(nameof(OfEachType))]
    public async Task Response_GeneratedFromTheSpec_ReadsAsNewtonsoftReadsIt(string operationId)
    {
        for (var seed = 0; seed < Variants; seed++)
        {
            var json = new JsonMaker(seed).Make(Spec.ResponseOf(operationId)!);
            var utf8 = Encoding.UTF8.GetBytes(json);

            var difference = await DifferenceAsync(operationId, json, seed % 10 == 0 ? [.. Encoding.UTF8.Preamble, .. utf8] : utf8);

            difference.Should().BeEmpty("seed {0} makes the same of both", seed);
        }
    }

    [TestCaseSource(typeof(RepoFiles), nameof(RepoFiles.ErrorSamples))]
    public void ErrorSample_Read_IsAsNewtonsoftReadsIt(string name)
    {
        var sample = RepoFiles.ReadSample(name);

        ModelDifference.Between(Internals.ReadError(Encoding.UTF8.GetBytes(sample)), JsonConvert.DeserializeObject(sample, Internals.Error)).Should().BeEmpty();
    }

    [Test]
    public void Error_GeneratedFromTheSpec_ReadsAsNewtonsoftReadsIt()
    {
        for (var seed = 0; seed < Variants; seed++)
        {
            var json = new JsonMaker(seed).Make(Spec.Document.Components.Schemas[Internals.Error.Name]);

            var difference = ModelDifference.Between(Internals.ReadError(Encoding.UTF8.GetBytes(json)), JsonConvert.DeserializeObject(json, Internals.Error));

            difference.Should().BeEmpty("seed {0} makes the same of both", seed);
        }
    }

    [TestCaseSource(nameof(Requests))]
    public void Request_GeneratedFromTheSpec_IsWrittenAsNewtonsoftWritesIt(string operationId)
    {
        var type = RequestOf(operationId);
        for (var seed = 0; seed < Variants; seed++)
        {
            // Whatever limits the values break: this is about how they are written.
            var json = new JsonMaker(seed).Make(Spec.BodyOf(operationId)!);
            var request = (AmityModel)JsonConvert.DeserializeObject(json, type)!;

            var written = Parse(Encoding.UTF8.GetString(Internals.WriteRequest(request)));

            var expected = Parse(JsonConvert.SerializeObject(request));
            SameJson(written, expected).Should().BeTrue("seed {0} makes {1}, not {2}", seed, written, expected);
        }
    }

    [Test]
    public void Maker_OverAllSeeds_CoversWhatItIsFor()
    {
        var made = string.Concat(Enumerable.Range(0, 300).Select(seed => new JsonMaker(seed).Make(Spec.ResponseOf("listViewerBans")!)));

        foreach (var part in new[] { "\\ud83d\\ude00", "\ud83d\ude00", "\\n", "+02:00", "-11:30", "1e3", "1.0", ":null", "[]", "{}", "123456789012345678901234567890", "[[[[[" })
        {
            made.Should().Contain(part);
        }

        foreach (var name in new[] { "ViewerBanPage", "Room", "User", "AmityFile", "ViewerBan" }.SelectMany(schema => Spec.Document.Components.Schemas[schema].ActualProperties.Keys))
        {
            made.Should().Contain($"\"{name}\"");
        }
    }

    private static Type RequestOf(string operationId) =>
        OperationCall.MethodOf(operationId).GetParameters().Single(parameter => parameter.Name == "request").ParameterType;

    private static async Task<IReadOnlyList<string>> DifferenceAsync(string operationId, string json, byte[] utf8)
    {
        var response = ScriptedHandler.Json(200, string.Empty);
        response.Content = new ByteArrayContent(utf8) { Headers = { ContentType = new("application/json") } };
        using var client = TestClient.Over(new ScriptedHandler().Response(response));

        var read = await OperationCall.InvokeAsync(client, operationId, OperationCall.Examples(operationId));

        var expected = JsonConvert.DeserializeObject(json, OperationCall.ResponseOf(operationId)!);
        return ModelDifference.Between(OperationCall.WholeOf(read), OperationCall.KeptOf(operationId, expected));
    }

    /// <summary>The same JSON with every letter of every name and text escaped.</summary>
    private static string Escaped(JToken token) => token switch
    {
        JObject value => $"{{{string.Join(',', value.Properties().Select(p => $"{Escaped(p.Name)}:{Escaped(p.Value)}"))}}}",
        JArray items => $"[{string.Join(',', items.Select(Escaped))}]",
        JValue { Value: string text } => Escaped(text),
        _ => token.ToString(Formatting.None),
    };

    private static string Escaped(string text) => $"\"{string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"))}\"";

    private static JToken Parse(string json) => JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    // 3 and 3.0 are the same number.
    private static bool SameJson(JToken left, JToken right) => (left, right) switch
    {
        (JObject first, JObject second) => first.Count == second.Count && first.Properties().All(p => second[p.Name] is { } value && SameJson(p.Value, value)),
        (JArray first, JArray second) => first.Count == second.Count && first.Zip(second).All(pair => SameJson(pair.First, pair.Second)),
        (JValue { Type: JTokenType.Integer or JTokenType.Float } first, JValue { Type: JTokenType.Integer or JTokenType.Float } second) =>
            first.Type == second.Type ? first.Equals(second) : Convert.ToDouble(first.Value, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(second.Value, CultureInfo.InvariantCulture)),
        _ => JToken.DeepEquals(left, right),
    };
}
