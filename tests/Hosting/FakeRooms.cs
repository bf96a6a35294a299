using System.Reflection;

namespace Amity.Tests.Hosting;

/// <summary>A fake of <see cref="IRoomsClient"/>, as a mocking library makes them: answers the methods it is told to, and refuses the others.</summary>
public class FakeRooms : DispatchProxy
{
    private readonly Dictionary<string, Func<object?[], object>> _answers = [];

    /// <summary>Makes a fake whose given method answers as told.</summary>
    public static IRoomsClient Answering(string method, Func<object?[], object> answer)
    {
        var fake = Create<IRoomsClient, FakeRooms>();
        ((FakeRooms)(object)fake)._answers[method] = answer;
        return fake;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answers.TryGetValue(targetMethod!.Name, out var answer) ? answer(args!) : throw new InvalidOperationException($"The fake was not told of {targetMethod.Name}.");
}
