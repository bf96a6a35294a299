using System.Reflection;

namespace Amity.Tests.Hosting;

/// <summary>A fake of <see cref="IRoomsClient"/>, as a mocking library makes them: responses the methods it is told to, and rejects the others.</summary>
public class FakeRooms : DispatchProxy
{
    private readonly Dictionary<string, Func<object?[], object>> _responses = [];

    /// <summary>Makes a fake whose given method responses as told.</summary>
    public static IRoomsClient Responding(string method, Func<object?[], object> response)
    {
        var fake = Create<IRoomsClient, FakeRooms>();
        ((FakeRooms)(object)fake)._responses[method] = response;
        return fake;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _responses.TryGetValue(targetMethod!.Name, out var response) ? response(args!) : throw new InvalidOperationException($"The fake was not told of {targetMethod.Name}.");
}
