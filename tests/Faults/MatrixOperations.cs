using NSwag;

namespace Amity.Tests.Faults;

/// <summary>The operations that meet the faults: one of each kind that the spec has.</summary>
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

    private static readonly Dictionary<string, MatrixOperation> Chosen =
        Choose().ToDictionary(operation => operation.Operation.OperationId, operation => Make(operation.Operation.OperationId));

    public static IReadOnlyCollection<string> Ids => Chosen.Keys;

    /// <summary>One for each form of response, for what depends on that alone.</summary>
    public static IEnumerable<string> OfEachForm => Ids.DistinctBy(id => Of(id).Kind.Form);

    /// <summary>One for each effect of a second run, for what depends on that alone.</summary>
    public static IEnumerable<string> OfEachRepeatEffect => Ids.DistinctBy(id => Of(id).Kind.RepeatEffect);

    public static MatrixOperation Of(string id) => Chosen[id];

    // Those first whose change can be looked at, and then those that keep state at all.
    private static IEnumerable<OpenApiOperationDescription> Choose()
    {
        var stateful = Task.Run(StatefulAsync).GetAwaiter().GetResult();
        return MatrixKind.Choose(Spec.Operations.Values
            .OrderByDescending(operation => Changes.ContainsKey(operation.Operation.OperationId))
            .ThenByDescending(operation => stateful.Contains(operation.Operation.OperationId)));
    }

    private static async Task<IReadOnlyCollection<string>> StatefulAsync()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        return sandbox.StatefulOperations;
    }

    private static MatrixOperation Make(string id)
    {
        var kind = MatrixKind.Of(Spec.Operations[id]);
        return new(id, kind, ChangesOf(id, kind.RepeatEffect), kind.RepeatEffect == RepeatEffect.Final ? SecondRun.RejectionOf(id) : null);
    }

    private static Func<SandboxFixture, Task<int>>? ChangesOf(string id, RepeatEffect effect) => effect switch
    {
        RepeatEffect.Read => null,
        RepeatEffect.Counted => Changes.GetValueOrDefault(id, fixture => Task.FromResult(fixture.Successes(id))),
        _ => Changes.GetValueOrDefault(id, fixture => Once(fixture.Successes(id) > 0)),
    };

    private static Task<int> Once(bool changed) => Task.FromResult(changed ? 1 : 0);
}
