using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the argument of a request body: its checks, and how it is written.</summary>
internal sealed class BodyPlan(TypeMap types, ArgumentChecks checks, SpecProblems problems)
{
    /// <summary>The argument; null, and a problem, for a body that is not supported.</summary>
    public OperationArgument? Plan(SpecOperation operation, SpecMap body)
    {
        var where = $"{operation.Id}, request body";
        if (body.Map("content") is not { Entries: [{ Key: MediaType.Json or MediaType.Multipart, Value: SpecMap content } media] }
            || content.Map("schema") is not { } schema)
        {
            problems.Add(
                body.Place,
                ProblemKind.Unsupported,
                $"{where}: one content is supported, {MediaType.Json} or {MediaType.Multipart}, with a schema.");
            return null;
        }

        var type = types.TypeOf(schema, where);
        var isRequired = body.IsTrue("required");
        var name = body.Text("x-name") ?? "request";
        var isJson = media.Key == MediaType.Json && type.Kind is CSharpKind.Map or CSharpKind.List or CSharpKind.Free
            && !type.HasFiles && type.Item?.Kind != CSharpKind.Date;
        if (type.Kind != CSharpKind.Model && !isJson)
        {
            problems.Add(body.Place, ProblemKind.Unsupported, $"{where}: {type.Name} as {media.Key} is not supported.");
        }

        var value = CSharpName.Escaped(name);
        return new OperationArgument(string.Empty, name, type, isRequired, types.DescriptionOf(body, schema), body.Place)
        {
            Checks = [.. checks.Of(schema, value, $"nameof({value})", isRequired, mayBeNull: true, where)],
            Sends = [$"call.{(media.Key == MediaType.Multipart ? "Multipart" : "Json")}({value});"],
        };
    }
}
