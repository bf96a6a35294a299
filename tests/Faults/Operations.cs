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
            : SecondRun.RefusalOf(id) is null ? Nature.Repeatable
            : Nature.Final;
        return new(id, nature, FormOf(id), (rooms, cancel) => OperationCall.InvokeAsync(rooms, id, SpecExamples.LeastArguments(id), cancel), ChangesOf(id, nature))
        {
            RefusalOfSecondRun = nature == Nature.Final ? SecondRun.RefusalOf(id) : null,
        };
    }

    private static AnswerForm FormOf(string id) => Spec.ResultOf(id) switch
    {
        ResultKind.Location => AnswerForm.Location,
        ResultKind.Nothing => AnswerForm.Nothing,
        ResultKind.Text => AnswerForm.Text,
        _ => FormOf(Spec.AnswerOf(id)!),
    };

    private static AnswerForm FormOf(JsonSchema answer) => answer.ActualProperties switch
    {
        _ when answer == Spec.Document.Components.Schemas[nameof(RoomResult)] => AnswerForm.Room,
        var fields when fields.ContainsKey("success") || fields.ContainsKey("ok") => AnswerForm.Flag,
        var fields when fields.ContainsKey("paging") => AnswerForm.List,
        _ => AnswerForm.Fields,
    };

    private static Func<Stage, Task<int>>? ChangesOf(string id, Nature nature) => nature switch
    {
        Nature.Read => null,
        Nature.Counted => Changes.GetValueOrDefault(id, stage => Task.FromResult(stage.Successes(id))),
        _ => Changes.GetValueOrDefault(id, stage => Once(stage.Successes(id) > 0)),
    };

    private static Task<int> Once(bool changed) => Task.FromResult(changed ? 1 : 0);
}
