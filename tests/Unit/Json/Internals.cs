using System.Reflection;

namespace Amity.Tests.Unit.Json;

/// <summary>What is not to be reached through the public API, or not on its own.</summary>
internal static class Internals
{
    internal delegate bool InstantReader(ReadOnlySpan<byte> utf8, out DateTimeOffset instant);

    internal delegate AmityModel? ErrorReader(ReadOnlySpan<byte> utf8);

    /// <summary>The model of an error's body.</summary>
    internal static Type Error { get; } = typeof(AmityClient).Assembly.GetType("Amity.ApiError", throwOnError: true)!;

    internal static InstantReader TryReadUtc { get; } = Method("Json.InstantText", "TryReadUtc").CreateDelegate<InstantReader>();

    internal static ErrorReader ReadError { get; } = Method("Http.ReceivedResponse", "ReadError").CreateDelegate<ErrorReader>();

    internal static Func<AmityModel, byte[]> WriteRequest { get; } = Method("Json.RequestWriter", "Write", typeof(object)).CreateDelegate<Func<AmityModel, byte[]>>();

    private static MethodInfo Method(string type, string name, Type? argument = null) =>
        typeof(AmityClient).Assembly.GetType($"Amity.Core.{type}", throwOnError: true)!.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Single(method => method.Name == name && (argument is null || method.GetParameters()[0].ParameterType == argument));
}
