using System.Text.Json;
using Newtonsoft.Json;

namespace Amity.Tests.Unit.Json;

/// <summary>What one serializer has written of a model, it and the other read as an equal one.</summary>
public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, Func<object, string>> Writers = new()
    {
        ["System.Text.Json"] = model => System.Text.Json.JsonSerializer.Serialize(model, model.GetType()),
        ["System.Text.Json for the web"] = model => System.Text.Json.JsonSerializer.Serialize(model, model.GetType(), Web),
        ["Newtonsoft.Json"] = JsonConvert.SerializeObject,
        ["the client"] = model => System.Text.Encoding.UTF8.GetString(Internals.WriteRequest((AmityModel)model)),
    };

    private static readonly Dictionary<string, Func<string, Type, object?>> Readers = new()
    {
        ["System.Text.Json"] = (json, type) => System.Text.Json.JsonSerializer.Deserialize(json, type),
        ["System.Text.Json for the web"] = (json, type) => System.Text.Json.JsonSerializer.Deserialize(json, type, Web),
        ["Newtonsoft.Json"] = JsonConvert.DeserializeObject,
    };

    private static readonly int Variants = TestedBuild.VariantsOfEach(Models.Count());

    private static IEnumerable<Type> Models => typeof(AmityModel).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(AmityModel)));

    private static IEnumerable<string> Samples => TestedBuild.Operations.Where(id => OperationCall.ResponseOf(id) is not null);

    [Test]
    public void Model_GeneratedFromTheSpec_IsEqualInAllDirections([ValueSource(nameof(Models))] Type type)
    {
        var schema = Spec.Document.Components.Schemas[type.Name];
        for (var seed = 0; seed < Variants; seed++)
        {
            // Instants in UTC, as the service has them; and no number that System.Text.Json takes for infinite, for which JSON has no text.
            var made = JsonConvert.DeserializeObject(new JsonMaker(seed).Make(schema), type);

            AssertRoundTrips(JsonConvert.DeserializeObject(JsonConvert.SerializeObject(made), type)!, $"seed {seed}");
        }
    }

    [TestCaseSource(nameof(Samples))]
    public async Task Sample_ReadByTheClient_IsEqualInAllDirections(string operationId)
    {
        using var client = TestClient.Over(new ScriptedHandler().Response(RepoFiles.ReadSample(operationId)));

        AssertRoundTrips(OperationCall.WholeOf(await OperationCall.InvokeAsync(client, operationId, OperationCall.Examples(operationId)))!, operationId);
    }

    [TestCaseSource(nameof(Samples))]
    public async Task Sample_ReadByAnySerializer_IsAsTheClientReadsIt(string operationId)
    {
        var sample = RepoFiles.ReadSample(operationId);
        using var client = TestClient.Over(new ScriptedHandler().Response(sample));
        var read = OperationCall.WholeOf(await OperationCall.InvokeAsync(client, operationId, OperationCall.Examples(operationId)));

        foreach (var reader in Readers)
        {
            var expected = reader.Value(sample, OperationCall.ResponseOf(operationId)!);
            ModelDifference.Between(read, OperationCall.KeptOf(operationId, expected)).Should().BeEmpty(reader.Key);
        }
    }

    [Test]
    public void Model_WrittenByTwoThreadsAtOnce_IsTheSameOfBoth()
    {
        var json = """{"roomId":"r","new":{"a":[1,2]},"newer":123456789012345678901234567890}""";
        foreach (var writer in Writers.Values)
        {
            var room = JsonConvert.DeserializeObject<Room>(json)!;

            var written = ParallelEnumerable.Range(0, 1000).WithDegreeOfParallelism(4).Select(_ => writer(room)).Distinct().ToList();

            written.Should().ContainSingle().Which.Should().Contain("123456789012345678901234567890");
        }
    }

    private static void AssertRoundTrips(object model, string because)
    {
        foreach (var (writer, write) in Writers.Where(_ => model is AmityModel))
        {
            var json = write(model);
            foreach (var (reader, read) in Readers)
            {
                ModelDifference.Between(model, read(json, model.GetType())).Should()
                    .BeEmpty("{0} reads what {1} wrote of {2}: {3}", reader, writer, because, json);
            }
        }
    }
}
