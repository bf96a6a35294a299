using Amity.Tests.Unit;
using NJsonSchema;

namespace Amity.Tests.Faults;

/// <summary>A call of every operation of the spec, with its examples, which are about the room of the fixture.</summary>
internal static class MatrixOperations
{
    // Where the change is to be found; of other operations it is enough that the sandbox carried them out.
    private static readonly Dictionary<string, Func<SandboxFixture, Task<int>>> Changes = new()
    {
        ["createRoom"] = fixture => fixture.CountNewRoomsAsync(),
        ["updateRoom"] = fixture => Once(fixture.Room.Title == "Friday cooking, part two"),
        ["deleteRoom"] = fixture => Once(fixture.Room.IsDeleted),
        ["stopRoom"] = fixture => Once(fixture.Room.Status == "ended"),
        ["removeParticipant"] = fixture => Once(fixture.Room.Participants.All(participant => participant.UserId != "ben")),
        ["banViewers"] = fixture => Once(fixture.BannedViewers.Contains("viewer-42")),
        ["unbanViewers"] = fixture => Once(!fixture.BannedViewers.Contains("viewer-17")),
    };

    private static readonly Dictionary<string, MatrixOperation> All = Spec.Operations.Keys.ToDictionary(id => id, Make);

    public static IEnumerable<string> Ids => All.Keys;

    public static MatrixOperation Of(string id) => All[id];

    private static MatrixOperation Make(string id)
    {
        var effect = Spec.Operations[id].Method == "get" ? RepeatEffect.Read
            : (string)Spec.Operations[id].Operation.ExtensionData!["x-repeat"]! == "unless-sent" ? RepeatEffect.Counted
            : SecondRun.RejectionOf(id) is null ? RepeatEffect.Repeatable
            : RepeatEffect.Final;
        Task<object?> Call(AmityClient client, CancellationToken cancel) => OperationCall.InvokeAsync(client, id, SpecExamples.LeastArguments(id), cancel);
        return new(id, effect, FormOf(id), Call, ChangesOf(id, effect))
        {
            RejectionOfSecondRun = effect == RepeatEffect.Final ? SecondRun.RejectionOf(id) : null,
        };
    }

    private static ResponseForm FormOf(string id) => Spec.ResultOf(id) switch
    {
        ResultKind.Location => ResponseForm.Location,
        ResultKind.Nothing => ResponseForm.Nothing,
        ResultKind.Text => ResponseForm.Text,
        _ => FormOf(Spec.ResponseOf(id)!),
    };

    private static ResponseForm FormOf(JsonSchema response) => response.ActualProperties switch
    {
        _ when response == Spec.Document.Components.Schemas[nameof(RoomResult)] => ResponseForm.Room,
        var fields when fields.ContainsKey("success") || fields.ContainsKey("ok") => ResponseForm.Flag,
        var fields when fields.ContainsKey("paging") => ResponseForm.List,
        _ => ResponseForm.Fields,
    };

    private static Func<SandboxFixture, Task<int>>? ChangesOf(string id, RepeatEffect effect) => effect switch
    {
        RepeatEffect.Read => null,
        RepeatEffect.Counted => Changes.GetValueOrDefault(id, fixture => Task.FromResult(fixture.Successes(id))),
        _ => Changes.GetValueOrDefault(id, fixture => Once(fixture.Successes(id) > 0)),
    };

    private static Task<int> Once(bool changed) => Task.FromResult(changed ? 1 : 0);
}
