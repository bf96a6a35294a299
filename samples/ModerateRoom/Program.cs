using Amity;
using ModerateRoom;

if (!Settings.TryRead(args, out var settings))
{
    Console.Error.WriteLine(Settings.Usage);
    return 2;
}

try
{
    await using var stage = settings.Token is null ? await Stage.OnSandboxAsync() : Stage.OnService(settings);
    Console.WriteLine($"{stage.Name}, room {stage.RoomId}");

    var evening = new Moderation(stage.Client.Rooms, stage.RoomId, mayWrite: stage.MayWrite);
    await evening.RunAsync(settings.ViewersFile);

    Console.WriteLine(evening.Problems.Count == 0
        ? "\nAll as expected."
        : $"\n{evening.Problems.Count} problem(s):\n  {string.Join("\n  ", evening.Problems)}");
    return evening.Problems.Count == 0 ? 0 : 1;
}
catch (Exception exception) when (exception is AmityException or ArgumentException or IOException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
