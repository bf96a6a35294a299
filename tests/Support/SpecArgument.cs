using NJsonSchema;
using NSwag;

namespace Amity.Tests.Support;

/// <summary>One argument of an operation in C#, or one of its options.</summary>
/// <param name="Parameter">The parameter that it comes from.</param>
/// <param name="Field">The field of that parameter, where its fields are options of their own; null for the parameter itself.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Schema">What the spec says of its value.</param>
public sealed record SpecArgument(OpenApiParameter Parameter, string? Field, string Name, JsonSchema Schema)
{
    private const string Options = "options";

    /// <summary>Whether it is a property of the options, and not an argument of its own.</summary>
    public bool IsOption => !Parameter.IsRequired;

    /// <summary>Its name as the library's messages have it.</summary>
    public string Path => IsOption ? $"{Options}.{Name}" : Name;

    /// <summary>The arguments and options of an operation, without its body.</summary>
    public static IEnumerable<SpecArgument> Of(string operationId)
    {
        var isPaged = Spec.Field(operationId, "page") is not null;
        return Spec.Operations[operationId].Operation.Parameters.Where(parameter => parameter.Kind != OpenApiParameterKind.Body).SelectMany(parameter =>
            parameter.ActualSchema.ActualProperties.Values.Any(field => field.ActualSchema.Format == "token")
                ? parameter.ActualSchema.ActualProperties.Values.Select(field =>
                    new SpecArgument(parameter, field.Name, NameOf(field.Name, field.ActualSchema, field.ExtensionData), field.ActualSchema))
                : [new SpecArgument(parameter, null, NameOf(parameter.Name, parameter.ActualSchema, parameter.ExtensionData), parameter.ActualSchema)]);

        string NameOf(string wire, JsonSchema schema, IDictionary<string, object?>? extensions)
        {
            var name = extensions?.TryGetValue("x-name", out var given) == true ? (string)given!
                : schema.Format == "token" ? "continuationToken"
                : wire == "limit" && isPaged ? "pageSize"
                : Spec.Camel(wire);
            var isOption = Spec.Operations[operationId].Operation.Parameters
                .Any(parameter => !parameter.IsRequired && (parameter.Name == wire || parameter.ActualSchema.ActualProperties.ContainsKey(wire)));
            return isOption ? char.ToUpperInvariant(name[0]) + name[1..] : name;
        }
    }
}
