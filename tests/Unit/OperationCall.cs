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

    private static readonly Dictionary<string, MethodInfo> Methods = Spec.Operations.Keys.ToDictionary(id => id, FindMethod);

    private static readonly ILookup<string, Type> Types = typeof(AmityClient).Assembly.GetTypes().ToLookup(type => type.Name);

    /// <summary>The spec's example of every argument, by the argument's name in C#.</summary>
    internal static JObject Examples(string operationId) => SpecExamples.Arguments(operationId);

    /// <summary>The client that has an operation.</summary>
    internal static PropertyInfo ClientOf(string operationId) => typeof(AmityClient).GetProperty(Spec.Pascal(Spec.TagOf(operationId)))!;

    internal static MethodInfo MethodOf(string operationId) => Methods[operationId];

    /// <summary>What the operation gives: an entity, a page of them, a whole response, or nothing.</summary>
    internal static Type ResultOf(string operationId)
    {
        var item = MethodOf(operationId).ReturnType.GetGenericArguments().SingleOrDefault(typeof(void));
        return IsPaged(operationId) ? typeof(Page<>).MakeGenericType(item) : item;
    }

    /// <summary>The class of the whole response; null where the library keeps nothing of it.</summary>
    internal static Type? ResponseOf(string operationId) =>
        Spec.ResponseOf(operationId) is not { } schema || Spec.Field(operationId, "confirmation") is not null ? null
        : Spec.NameOf(schema) is { } name ? Types[name].SingleOrDefault() ?? ResultOf(operationId)
        : ResultOf(operationId);

    /// <summary>The whole response that a result came with.</summary>
    internal static object? WholeOf(object? result) =>
        result is null ? null
        : result is IEnumerable<AmityModel> entities ? entities
        : result.GetType().GetProperty("Included") is { } included ? included.GetValue(result)
        : result;

    /// <summary>What the operation keeps of its whole response, where that is a list in it: the entries that are there.</summary>
    internal static object? KeptOf(string operationId, object? response) =>
        Spec.Field(operationId, "all") is { } field && response?.GetType().GetProperty(Spec.Pascal(field))?.GetValue(response) is IEnumerable<object?> entries
            ? entries.Where(entry => entry is not null).ToList()
            : response;

    /// <summary>The task of the operation, that of the first page where it has pages.</summary>
    internal static Task Start(AmityClient client, string operationId, JObject arguments, CancellationToken cancellationToken = default)
    {
        var method = MethodOf(operationId);
        var values = method.GetParameters()
            .Select(p => p.ParameterType == typeof(CancellationToken) ? cancellationToken : arguments[p.Name!]?.ToObject(p.ParameterType, Reader));
        var result = method.Invoke(ClientOf(operationId).GetValue(client), BindingFlags.DoNotWrapExceptions, null, [.. values], null)!;
        return result as Task ?? (Task)result.GetType().GetMethod("GetPageAsync")!.Invoke(result, [CancellationToken.None])!;
    }

    /// <summary>What the operation gives; null where it gives nothing.</summary>
    internal static async Task<object?> InvokeAsync(AmityClient client, string operationId, JObject arguments, CancellationToken cancellationToken = default)
    {
        var task = Start(client, operationId, arguments, cancellationToken);
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

    // Written by hand there may be others of its name, with other arguments.
    private static MethodInfo FindMethod(string operationId)
    {
        var arguments = SpecArgument.Of(operationId).ToLookup(argument => argument.IsOption, argument => argument.Name);
        IEnumerable<string> names =
        [
            .. arguments[false],
            .. arguments[true].Any() ? ["options"] : Array.Empty<string>(),
            .. Spec.BodyOf(operationId) is null ? Array.Empty<string>() : ["request"],
            "cancellationToken",
        ];
        return ClientOf(operationId).PropertyType.GetMethods().Single(method =>
            method.Name == $"{Spec.Pascal(operationId)}Async" && method.GetParameters().Select(p => p.Name!).Order().SequenceEqual(names.Order()));
    }

    private static bool IsPaged(string operationId) => MethodOf(operationId).ReturnType.IsGenericType
        && MethodOf(operationId).ReturnType.GetGenericTypeDefinition() == typeof(AsyncPages<>);

    /// <summary>Reads the example of a file, a text, as an upload of it.</summary>
    private sealed class UploadConverter : JsonConverter<AmityUpload>
    {
        public override AmityUpload? ReadJson(JsonReader reader, Type objectType, AmityUpload? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
            reader.Value is string text ? new AmityUpload(new MemoryStream(Encoding.UTF8.GetBytes(text)), SpecRequest.FileName) : null;

        public override void WriteJson(JsonWriter writer, AmityUpload? value, JsonSerializer serializer) => throw new NotSupportedException();
    }
}
