using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Json;

/// <summary>Every documented sample is what the spec says, is read, and is written back with nothing lost.</summary>
public sealed class SampleTests
{
    private static IEnumerable<string> All => [.. Responding, .. RepoFiles.ErrorSamples];

    private static IEnumerable<string> Read => TestedBuild.Operations.Where(id => OperationCall.ResponseOf(id) is not null);

    private static IEnumerable<string> OfModels => [.. Read, .. RepoFiles.ErrorSamples];

    private static IEnumerable<string> Responding => TestedBuild.Operations.Where(id => Spec.ResponseOf(id) is not null);

    [TestCaseSource(nameof(All))]
    public void Sample_HeldAgainstItsSchema_IsValid(string name) =>
        (IsError(name)
            ? SchemaCheck.Validate(Internals.Error.Name, RepoFiles.ReadSample(name))
            : SchemaCheck.ValidateResponse(name, Spec.SuccessOf(name), RepoFiles.ReadSample(name))).Should().BeEmpty();

    [TestCaseSource(nameof(Read))]
    public void Example_OfTheSpec_IsValidAndLosesNothing(string operationId)
    {
        var example = SpecExamples.Response(operationId);

        SchemaCheck.ValidateResponse(operationId, Spec.SuccessOf(operationId), example).Should().BeEmpty();
        JsonLoss.Between(example, JsonConvert.SerializeObject(JsonConvert.DeserializeObject(example, TypeOf(operationId)))).Should().BeEmpty();
    }

    [TestCaseSource(nameof(OfModels))]
    public void Sample_ReadAndWrittenByJsonConvert_LosesNothing(string name)
    {
        var sample = RepoFiles.ReadSample(name);

        var model = JsonConvert.DeserializeObject(sample, TypeOf(name));

        JsonLoss.Between(sample, JsonConvert.SerializeObject(model)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Read))]
    public async Task Sample_RespondedByTheService_LosesNothing(string name)
    {
        var sample = RepoFiles.ReadSample(name);
        using var client = TestClient.Over(new ScriptedHandler().Response(sample));

        var model = OperationCall.WholeOf(await OperationCall.InvokeAsync(client, name, OperationCall.Examples(name)));

        var kept = Spec.Field(name, "all") is { } field ? $"{JsonLoss.Parse(sample)[field]}" : sample;
        JsonLoss.Between(kept, JsonConvert.SerializeObject(model)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(OfModels))]
    public void Sample_Read_HasNoUnknownField(string name)
    {
        var value = JsonConvert.DeserializeObject(RepoFiles.ReadSample(name), TypeOf(name));

        ModelsIn(value).Where(m => m.AdditionalProperties.Count > 0).Should().BeEmpty();
    }

    [TestCase("listViewerBans", "Room", 33)]
    [TestCase("removeParticipant", "Room", 33)]
    public void SeedSample_ItsRoom_HasEveryFieldOfTheSpec(string name, string schema, int count)
    {
        var room = (JObject)JsonLoss.Parse(RepoFiles.ReadSample(name))["rooms"]![0]!;

        room.Properties().Select(p => p.Name).Should().HaveCount(count).And.BeEquivalentTo(Spec.Document.Components.Schemas[schema].ActualProperties.Keys);
    }

    [Test]
    public void Model_ListsAbsent_ReadAsEmptyAndStayAbsent()
    {
        var room = JsonConvert.DeserializeObject<Room>("""{"roomId":"r"}""")!;

        room.Participants.Should().BeEmpty();
        room.ChildRoomIds.Should().BeEmpty();
        JsonConvert.SerializeObject(room).Should().Be("""{"roomId":"r"}""");
    }

    [Test]
    public void Model_ListPresentAndEmpty_IsWrittenAsEmpty() =>
        JObject.Parse(JsonConvert.SerializeObject(JsonConvert.DeserializeObject<Room>("""{"roomId":"r","childRoomIds":[]}"""))).Properties()
            .Select(field => field.Name).Should().BeEquivalentTo("roomId", "childRoomIds");

    private static bool IsError(string name) => RepoFiles.ErrorSamples.Contains(name);

    private static Type TypeOf(string name) => IsError(name) ? Internals.Error : OperationCall.ResponseOf(name)!;

    // What the joins give leads round in circles.
    private static bool IsJoin(PropertyInfo property) =>
        property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is { Condition: System.Text.Json.Serialization.JsonIgnoreCondition.Always };

    private static IEnumerable<AmityModel> ModelsIn(object? value) => value switch
    {
        AmityModel model => model.GetType().GetProperties().Where(property => property.CanWrite && !IsJoin(property))
            .SelectMany(property => ModelsIn(property.GetValue(model))).Prepend(model),
        IEnumerable<AmityModel> models => models.SelectMany(ModelsIn),
        _ => [],
    };
}
