using NSwag;

namespace Amity.Tests.Faults;

/// <summary>What decides how a call ends that meets a fault.</summary>
/// <param name="Body">What has to be sent again: a body of JSON, that of a DELETE, a form, or none.</param>
/// <param name="Form">What it is responded to with.</param>
/// <param name="RepeatEffect">What a second run does.</param>
internal sealed record MatrixKind(RequestParts Body, ResponseForm Form, RepeatEffect RepeatEffect)
{
    private const RequestParts Bodies = RequestParts.Json | RequestParts.JsonOfDelete | RequestParts.Form;

    /// <summary>The kind of an operation.</summary>
    public static MatrixKind Of(OpenApiOperationDescription operation)
    {
        var shape = OperationShape.Of(operation);
        return new(shape.Request & Bodies, FormOf(shape.Result), EffectOf(shape.Repeat));
    }

    /// <summary>
    /// The operations that stand for all: each form of response and each kind of body with each effect of a second run. No fault depends on
    /// body and response at once.
    /// </summary>
    public static IEnumerable<OpenApiOperationDescription> Choose(IEnumerable<OpenApiOperationDescription> operations)
    {
        var seen = new HashSet<object>();
        foreach (var operation in operations)
        {
            var kind = Of(operation);
            if (seen.Add((kind.Form, kind.RepeatEffect)) | seen.Add((kind.Body, kind.RepeatEffect)))
            {
                yield return operation;
            }
        }
    }

    private static ResponseForm FormOf(string result) => result.Split(' ')[^1] switch
    {
        "none" => ResponseForm.Nothing,
        "confirmation" => ResponseForm.Flag,
        "one" => ResponseForm.One,
        "page" => ResponseForm.Page,
        "all" => ResponseForm.List,
        "text" => ResponseForm.Text,
        "value" => ResponseForm.Value,
        "location" => ResponseForm.Location,
        _ => ResponseForm.Fields,
    };

    private static RepeatEffect EffectOf(string repeat) => repeat switch
    {
        "read" => RepeatEffect.Read,
        "unless-sent" => RepeatEffect.Counted,
        "done after retry" => RepeatEffect.Final,
        _ => RepeatEffect.Repeatable,
    };
}
