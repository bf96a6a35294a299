namespace Amity.Tests.Generation.Checks;

/// <summary>What an operation has to say, it says; its parameters are those of its path.</summary>
public sealed class OperationCheckTests
{
    private const string Missing = "AMITY106";
    private const string PathParameter = "AMITY107";
    private const string Unsupported = "AMITY108";
    private const string Name = "AMITY109";

    [TestCase("      x-repeat: safe\n      x-result: response\n", "      x-result: response\n", "updateRoom: x-repeat is missing.")]
    [TestCase("      x-result: response\n", "", "updateRoom: x-result is missing.")]
    [TestCase("      summary: Changes a room.\n", "", "updateRoom: summary is missing.")]
    [TestCase("      operationId: updateRoom\n", "", "PUT /rooms/{roomId}: operationId is missing.")]
    [TestCase("      operationId: updateRoom\n      tags: [Rooms]\n", "      operationId: updateRoom\n", "updateRoom: tags is missing.")]
    public void Operation_WithoutWhatItNeeds_IsRejected(string text, string replacement, string message)
    {
        using var spec = new SmallSpec().Replace(text, replacement).Replace("    put:", "    ▸put:");

        spec.ShouldHaveOneProblem(Missing, message);
    }

    [Test]
    public void Operation_WithoutResponses_IsRejected()
    {
        using var spec = new SmallSpec().Add(
            "paths", "/zoo:\n  ▸get: {operationId: getZoo, tags: [Rooms], x-repeat: safe, x-result: none, summary: Reads the zoo.}");

        spec.Problems().Should().Contain($"{spec.Place}: error {Missing}: getZoo: responses is missing.");
    }

    [TestCase("[Zoo]")]
    [TestCase("[Rooms, Zoo]")]
    [TestCase("[Rooms, Rooms]")]
    [TestCase("[]")]
    public void Tag_NotOneThatIsDescribed_IsRejected(string tags)
    {
        using var spec = new SmallSpec().Replace("operationId: updateRoom\n      tags: [Rooms]", $"operationId: updateRoom\n      tags: ▸{tags}");

        spec.ShouldHaveOneProblem(Missing, "updateRoom: an operation has one tag, and that is described in a part of its area.");
    }

    [Test]
    public void RepeatRule_Unknown_IsRejected()
    {
        using var spec = new SmallSpec().Replace("safe\n      x-result: response", "▸never\n      x-result: response");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: x-repeat is safe or unless-sent, and not never.");
    }

    [TestCase("zoo")]
    [TestCase("/zoo?big=true")]
    [TestCase("/zoo#big")]
    [TestCase("/big zoo")]
    [TestCase("/zöo")]
    [TestCase("'/zoo\"'")]
    [TestCase("/zoo/{id")]
    [TestCase("/zoo/id}")]
    public void Path_ThatIsNoPath_IsRejected(string path)
    {
        using var spec = new SmallSpec().Add(
            "paths",
            $"{path}:\n  ▸get: {{operationId: getZoo, tags: [Rooms], x-repeat: safe, x-result: none, summary: Reads., responses: {{'204': {{description: Done.}}}}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"getZoo: the path {path.Trim('\'')} is not supported: it begins with a slash");
    }

    [TestCase("'20'")]
    [TestCase("2XX")]
    [TestCase("default")]
    [TestCase("''")]
    public void Status_NotWrittenOut_IsRejected(string status)
    {
        using var spec = new SmallSpec().Replace("    '404':", $"    ▸{status}:");

        spec.ShouldHaveOneProblem(Unsupported, $"listRooms: '{status.Trim('\'')}' is not a status");
    }

    [Test]
    public void PathParameter_NotDeclared_IsRejected()
    {
        using var spec = new SmallSpec().Replace("{roomId}:\n    put:", "{roomId}/{part}:\n    ▸put:");

        spec.ShouldHaveOneProblem(PathParameter, "updateRoom: the path has {part}, and no parameter is declared for it.");
    }

    [Test]
    public void PathParameter_NotInThePath_IsRejected()
    {
        using var spec = new SmallSpec().Add(
            "parameters of updateRoom", "- ▸{name: part, in: path, required: true, description: A part., schema: {type: string, example: a}}");

        spec.ShouldHaveOneProblem(PathParameter, "updateRoom: the path parameter part is not in the path /rooms/{roomId}.");
    }

    [Test]
    public void PathParameter_NotRequired_IsRejected()
    {
        using var spec = new SmallSpec().Replace("{name: roomId, in: path, required: true,", "▸{name: roomId, in: path,");

        spec.ShouldHaveOneProblem(PathParameter, "updateRoom: the path parameter roomId has to be required.");
    }

    [Test]
    public void PathParameter_OfTheQuery_IsNotThatOfThePath()
    {
        using var spec = new SmallSpec().Replace("    put:", "    ▸put:").Replace("in: path, required: true", "in: query");

        spec.ShouldHaveOneProblem(PathParameter, "updateRoom: the path has {roomId}, and no parameter is declared for it.");
    }

    [TestCase("name: type, description: A type., schema: {type: string, example: a}", "in")]
    [TestCase("name: type, in: query, description: A type.", "schema")]
    public void Parameter_WithoutWhatItNeeds_IsRejected(string parameter, string key)
    {
        using var spec = new SmallSpec().Add("parameters of listRooms", $"- ▸{{{parameter}}}");

        spec.Problems().Should().Contain($"{spec.Place}: error {Missing}: listRooms, parameter type: {key} is missing.");
    }

    [TestCase("update-room")]
    [TestCase("update room")]
    [TestCase("class")]
    public void OperationId_ThatNamesNoMethod_IsRejected(string id)
    {
        using var spec = new SmallSpec().Replace("operationId: updateRoom", $"operationId: ▸{id}");

        spec.ShouldHaveOneProblem(Name, $"'{id}' cannot be the name of a method");
    }
}
