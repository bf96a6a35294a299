using System.Net;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit;

/// <summary>Calls an operation by its id, with arguments that the spec gives as examples.</summary>
internal static class OperationCall
{
    private static readonly JsonSerializer Reader = JsonSerializer.Create(new JsonSerializerSettings { Converters = { new UploadConverter() } });

    /// <summary>The spec's example of every argument, by the argument's name in C#.</summary>
    internal static JObject Examples(string operationId) => SpecExamples.Arguments(operationId);

    internal static MethodInfo MethodOf(string operationId)
    {
        var names = Examples(operationId).Properties().Select(property => property.Name).Append("cancellationToken");
        return typeof(IRoomsClient).GetMethods().Single(method =>
            method.Name == $"{Pascal(operationId)}Async" && method.GetParameters().Select(p => p.Name!).Order().SequenceEqual(names.Order()));
    }

    /// <summary>What the operation's task gives.</summary>
    internal static Type ResultOf(string operationId) => MethodOf(operationId).ReturnType.GetGenericArguments().SingleOrDefault(typeof(void));

    /// <summary>What the operation itself returns.</summary>
    internal static Task Start(IRoomsClient rooms, string operationId, JObject arguments, CancellationToken cancellationToken = default)
    {
        var method = MethodOf(operationId);
        var values = method.GetParameters()
            .Select(p => p.ParameterType == typeof(CancellationToken) ? cancellationToken : arguments[p.Name!]?.ToObject(p.ParameterType, Reader));
        return (Task)method.Invoke(rooms, BindingFlags.DoNotWrapExceptions, null, [.. values], null)!;
    }

    /// <summary>What the operation gives; null where it gives nothing.</summary>
    internal static async Task<object?> InvokeAsync(IRoomsClient rooms, string operationId, JObject arguments, CancellationToken cancellationToken = default)
    {
        var task = Start(rooms, operationId, arguments, cancellationToken);
        await task;
        return ResultOf(operationId) == typeof(void) ? null : task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    /// <summary>A response that the operation takes for success.</summary>
    internal static HttpResponseMessage Success(string operationId) => Spec.ResultOf(operationId) switch
    {
        ResultKind.Location => ScriptedHandler.Redirect("https://stream.example.com/a.m3u8"),
        ResultKind.Nothing => new((HttpStatusCode)Spec.SuccessOf(operationId)),
        ResultKind.Text => new((HttpStatusCode)Spec.SuccessOf(operationId)) { Content = new StringContent(SpecExamples.Response(operationId)) },
        _ => ScriptedHandler.Json(Spec.SuccessOf(operationId), RepoFiles.ReadSample(operationId)),
    };

    internal static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>Reads the example of a file, a text, as an upload of it.</summary>
    private sealed class UploadConverter : JsonConverter<AmityUpload>
    {
        public override AmityUpload? ReadJson(JsonReader reader, Type objectType, AmityUpload? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
            reader.Value is string text ? new AmityUpload(new MemoryStream(Encoding.UTF8.GetBytes(text)), SpecRequest.FileName) : null;

        public override void WriteJson(JsonWriter writer, AmityUpload? value, JsonSerializer serializer) => throw new NotSupportedException();
    }
}
