using Amity.Tests.Unit;
using NJsonSchema;

namespace Amity.Tests.Faults;

/// <summary>A call of every operation of the spec, with its examples, which are about the room of the stage.</summary>
internal static class Operations
{
    // Where the change is to be found; of other operations it is enough that the sandbox carried them out.
    private static readonly Dictionary<string, Func<Stage, Task<int>>> Changes = new()
    {
        ["createRoom"] = stage => stage.CountNewRoomsAsync(),
        ["updateRoom"] = stage => Once(stage.Room.Title == "Friday cooking, part two"),
        ["deleteRoom"] = stage => Once(stage.Room.IsDeleted),
        ["stopRoom"] = stage => Once(stage.Room.Status == "ended"),
        ["removeParticipant"] = stage => Once(stage.Room.Participants.All(participant => participant.UserId != "ben")),
        ["banViewers"] = stage => Once(stage.BannedViewers.Contains("viewer-42")),
        ["unbanViewers"] = stage => Once(!stage.BannedViewers.Contains("viewer-17")),
    };

    private static readonly Dictionary<string, Operation> All = Spec.Operations.Keys.ToDictionary(id => id, Make);

    public static IEnumerable<string> Ids => All.Keys;

    public static Operation Of(string id) => All[id];

    private static Operation Make(string id)
    {
        var nature = Spec.Operations[id].Method == "get" ? Nature.Read
            : (string)Spec.Operations[id].Operation.ExtensionData!["x-repeat"]! == "unless-sent" ? Nature.Counted
            : SecondRun.RejectionOf(id) is null ? Nature.Repeatable
            : Nature.Final;
        return new(id, nature, FormOf(id), (rooms, cancel) => OperationCall.InvokeAsync(rooms, id, SpecExamples.LeastArguments(id), cancel), ChangesOf(id, nature))
        {
            RejectionOfSecondRun = nature == Nature.Final ? SecondRun.RejectionOf(id) : null,
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

    private static Func<Stage, Task<int>>? ChangesOf(string id, Nature nature) => nature switch
    {
        Nature.Read => null,
        Nature.Counted => Changes.GetValueOrDefault(id, stage => Task.FromResult(stage.Successes(id))),
        _ => Changes.GetValueOrDefault(id, stage => Once(stage.Successes(id) > 0)),
    };

    private static Task<int> Once(bool changed) => Task.FromResult(changed ? 1 : 0);
}
