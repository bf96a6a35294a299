using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Amity.Tests.Conventions.References;
using Mono.Cecil;

namespace Amity.Tests.Conventions;

/// <summary>How deep a call goes through the library, and through how much of it: what a reader has to follow.</summary>
[NonParallelizable]
public sealed class CallPathTests
{
    private const int MostFrames = 5;
    private const int MostFiles = 25;

    private const string Response = """{"rooms":[{"roomId":"r","title":"Kitchen","participants":[{"userId":"host"}]}],"users":[{"userId":"host"}]}""";

    private WatchedCall _call = null!;

    [OneTimeSetUp]
    public async Task MakeTheCallAsync() => _call = await WatchedCall.MakeAsync();

    [Test]
    public void Frames_BetweenTheCallerAndTheConnection_AreFew() =>
        _call.Frames.Should().HaveCountLessThanOrEqualTo(MostFrames).And.StartWith("RoomsClient.RemoveParticipantAsync").And.HaveCountGreaterThan(2);

    [Test]
    public void Files_ThatASuccessfulCallRunsThrough_AreFew()
    {
        TestContext.Out.WriteLine(string.Join('\n', _call.Files));

        _call.Files.Should().HaveCountLessThanOrEqualTo(MostFiles).And.Contain("Core/Http/AmityTransport.cs").And.Contain("Core/Json/ResponseReader.cs");
    }

    /// <summary>
    /// Calls over a copy of the library that nothing has run yet: what the runtime compiles for the first one is what it runs through.
    /// </summary>
    private sealed class WatchedCall : HttpMessageHandler
    {
        private readonly Assembly _library = new AssemblyLoadContext(nameof(CallPathTests)).LoadFromAssemblyPath(typeof(AmityClient).Assembly.Location);

        /// <summary>The library's methods on the stack when the request is handed to the handler, the caller's end first.</summary>
        internal IReadOnlyList<string> Frames { get; private set; } = [];

        /// <summary>The hand-written files, and the generated client's.</summary>
        internal IReadOnlyList<string> Files { get; private set; } = [];

        internal static async Task<WatchedCall> MakeAsync()
        {
            var call = new WatchedCall();
            await call.WatchFilesAsync();
            await call.RemoveParticipantAsync(new Uri("http://localhost"), call);
            return call;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Frames =
            [
                .. new StackTrace().GetFrames().Select(frame => frame.GetMethod()!).Where(method => method.Module.Assembly == _library)
                    .Select(NameOf).Distinct().Reverse(),
            ];
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Response, Encoding.UTF8, "application/json") });
        }

        private async Task WatchFilesAsync()
        {
            await using var server = RawServer.Responding(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Response.Length}\r\n\r\n{Response}");
            using var compiled = new CompiledMethods();
            await RemoveParticipantAsync(server.Address, handler: null, CompiledMethods.Begin, CompiledMethods.End);
            Files = [.. (await compiled.OfAsync(_library)).Select(FileOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        }

        private async Task RemoveParticipantAsync(Uri address, HttpMessageHandler? handler, Action? begins = null, Action? ended = null)
        {
            var options = Activator.CreateInstance(TypeOf("AmityClientOptions"))!;
            options.GetType().GetProperty("Handler")!.SetValue(options, handler);
            var credential = TypeOf("AmityCredential").GetMethod("Bearer")!.Invoke(null, ["token", null]);
            using var client = (IDisposable)Activator.CreateInstance(TypeOf("AmityClient"), address, credential, options)!;
            var rooms = client.GetType().GetProperty("Rooms")!.GetValue(client)!;
            var request = Activator.CreateInstance(TypeOf("Rooms.RemoveParticipantRequest"))!;
            request.GetType().GetProperty("ParticipantUserId")!.SetValue(request, "guest");
            var remove = rooms.GetType().GetMethod("RemoveParticipantAsync")!;

            begins?.Invoke();
            await (Task)remove.Invoke(rooms, ["r", request, CancellationToken.None])!;
            ended?.Invoke();
        }

        private Type TypeOf(string name) => _library.GetType($"Amity.{name}", throwOnError: true)!;

        // An asynchronous method and the machine that the compiler makes of it are one to a reader.
        private static string NameOf(MethodBase method) => method.DeclaringType is { IsNested: true, Name: ['<', ..] } machine
            ? $"{PlainName(machine.DeclaringType!)}.{machine.Name[1..machine.Name.IndexOf('>', StringComparison.Ordinal)]}"
            : $"{PlainName(method.DeclaringType!)}.{method.Name}";

        private static string PlainName(Type type) => type.Name.Split('`')[0];

        private static string? FileOf(int token)
        {
            var method = Library.Module.LookupToken(token) as MethodDefinition;
            var isTheCompilersOwn = method is null or { IsConstructor: true, DeclaringType.Name: ['<', ..] };
            return !isTheCompilersOwn && Library.FileOf(method!) is { } file
                && (SourceFiles.IsHandWritten(file) || file.EndsWith("Client.g.cs", StringComparison.Ordinal))
                ? file
                : null;
        }
    }

    /// <summary>Which methods the runtime compiles between two of its own, as its events come late.</summary>
    private sealed class CompiledMethods : EventListener
    {
        private const EventKeywords Jit = (EventKeywords)0x10;

        private readonly ConcurrentQueue<(string Type, string Name, int Token)> _methods = new();
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static void Begin()
        {
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static void End()
        {
        }

        internal async Task<IEnumerable<int>> OfAsync(Assembly assembly)
        {
            await _ended.Task;
            var types = assembly.GetTypes().Select(type => type.FullName).ToHashSet();
            return _methods.SkipWhile(method => method.Name != nameof(Begin)).TakeWhile(method => method.Name != nameof(End))
                .Where(method => types.Contains(method.Type.Split('[')[0])).Select(method => method.Token);
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(eventSource, EventLevel.Verbose, Jit);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true)
            {
                return;
            }

            var (type, name) = ((string)eventData.Payload![6]!, (string)eventData.Payload[7]!);
            _methods.Enqueue((type, name, (int)(uint)eventData.Payload[4]!));
            if (name == nameof(End) && type.Contains(nameof(CompiledMethods), StringComparison.Ordinal))
            {
                _ended.TrySetResult();
            }
        }
    }
}
