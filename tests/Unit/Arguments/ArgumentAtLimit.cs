using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;

namespace Amity.Tests.Unit.Arguments;

/// <summary>The example arguments of an operation with one of them changed, on one side of a limit of the spec or the other.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Name">The changed argument, as the exception has to name it.</param>
/// <param name="Change">What was changed, for the test's name.</param>
/// <param name="Limit">What the message has to say of the limit; null when the arguments are within it.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record ArgumentAtLimit(string OperationId, string Name, string Change, string? Limit, JObject Arguments)
{
    private const char Filler = 'x';
    private const string LoneHighSurrogate = "a\ud83db";
    private const string LoneLowSurrogate = "\udfa5";

    /// <summary>Every limit of every argument of an operation, just broken.</summary>
    public static IEnumerable<ArgumentAtLimit> BrokenOf(string operationId) => All(operationId).Where(varied => varied.Limit is not null);

    /// <summary>Every limit of every argument of an operation, just kept.</summary>
    public static IEnumerable<ArgumentAtLimit> KeptOf(string operationId) => All(operationId).Where(varied => varied.Limit is null);

    public override string ToString() => $"{OperationId}({Name}: {Change})";

    private static IEnumerable<ArgumentAtLimit> All(string operationId)
    {
        var varied = SpecArgument.Of(operationId).SelectMany(argument => Vary(
            operationId, argument.Schema, argument.Path, argument.Path, !argument.IsOption, argument.Parameter));
        return Spec.BodyOf(operationId) is { } body ? varied.Concat(Vary(operationId, body, "request", "request", isRequired: true)) : varied;
    }

    private static IEnumerable<ArgumentAtLimit> Vary(string operationId, JsonSchema schema, string path, string name, bool isRequired, OpenApiParameter? parameter = null)
    {
        var isHeader = parameter?.Kind == OpenApiParameterKind.Header;
        var isBatch = parameter is not null && Spec.IsBatch(operationId, parameter.Name);
        if (isRequired)
        {
            yield return With("absent", name, JValue.CreateNull());
        }

        if (schema.Type.HasFlag(JsonObjectType.Object) && schema.ActualProperties.Count > 0)
        {
            foreach (var property in schema.ActualProperties.Values)
            {
                var propertyName = property.ExtensionData?.TryGetValue("x-name", out var given) == true ? (string)given! : Spec.Pascal(property.Name);
                foreach (var varied in Vary(operationId, property.ActualSchema, $"{path}.{property.Name}", $"{name}.{propertyName}", property.IsRequired))
                {
                    yield return varied;
                }
            }
        }
        else if (schema.Type.HasFlag(JsonObjectType.Array))
        {
            if (schema.MinItems > 0)
            {
                yield return With($"{schema.MinItems - 1} items", Text(schema.MinItems), Items(schema.MinItems - 1));
                yield return With($"{schema.MinItems} items", null, Items(schema.MinItems));
            }

            // Any number of ids that are sent in batches fits.
            if (schema.MaxItems > 0 && !isBatch)
            {
                yield return With($"{schema.MaxItems + 1} items", Text(schema.MaxItems), Items(schema.MaxItems + 1));
                yield return With($"{schema.MaxItems} items", null, Items(schema.MaxItems));
            }

            if (schema.Item!.ActualSchema is { IsEnumeration: false } item)
            {
                // The last example too, so that the index in the name is not always 0.
                foreach (var index in new[] { 0, Example().Count() - 1 }.Distinct())
                {
                    foreach (var varied in Vary(operationId, item, $"{path}[{index}]", $"{name}[{index}]", isRequired: true))
                    {
                        yield return varied;
                    }
                }
            }
        }
        else if (schema.Type.HasFlag(JsonObjectType.String) && !schema.IsEnumeration && schema.Format is not (JsonFormatStrings.DateTime or "binary"))
        {
            if (isHeader)
            {
                yield return With("beyond ASCII", "ASCII", "é");
            }
            else
            {
                yield return With("lone high surrogate", "UTF-16", LoneHighSurrogate);
                yield return With("lone low surrogate", "UTF-16", LoneLowSurrogate);
            }

            if (schema.MinLength is { } minimum and > 0)
            {
                yield return With($"{minimum - 1} characters", Text(minimum), new string(Filler, minimum - 1));
                yield return With($"{minimum} characters", null, new string(Filler, minimum));
            }

            // A continuation token is the service's own, and it judges the length.
            if (schema.Format == "token")
            {
                yield return With("10000 characters", null, new string(Filler, 10_000));
            }
            else if (schema.MaxLength is { } maximum)
            {
                if (!isHeader)
                {
                    yield return With($"{maximum} characters of two UTF-16 units", null, string.Concat(Enumerable.Repeat("😀", maximum)));
                }

                yield return With($"{maximum + 1} characters", Text(maximum), new string(Filler, maximum + 1));
                yield return With($"{maximum} characters", null, new string(Filler, maximum));
            }

            if (schema.Format == "id")
            {
                yield return With("one dot", "'.'", ".");
                yield return With("two dots", "'..'", "..");
            }
        }
        else if (schema.Type.HasFlag(JsonObjectType.Integer))
        {
            if (schema.Minimum is { } minimum)
            {
                yield return With($"{minimum - 1}", Text(minimum), (long)minimum - 1);
                yield return With($"{minimum}", null, (long)minimum);
            }

            if (schema.Maximum is { } maximum)
            {
                yield return With($"{maximum + 1}", Text(maximum), (long)maximum + 1);
                yield return With($"{maximum}", null, (long)maximum);
            }
        }

        ArgumentAtLimit With(string change, string? limit, JToken value)
        {
            var arguments = OperationCall.Examples(operationId);
            if (arguments.SelectToken(path) is { } token)
            {
                token.Replace(value);
            }
            else
            {
                // Not in the example: an optional field of an object that is.
                var dot = path.LastIndexOf('.');
                arguments.SelectToken(path[..dot])![path[(dot + 1)..]] = value;
            }

            return new ArgumentAtLimit(operationId, name, change, limit, arguments);
        }

        JToken Example() => OperationCall.Examples(operationId).SelectToken(path)!;

        JArray Items(int count) => new(Enumerable.Repeat(Example()[0]!, count).Select((item, i) => item.Type == JTokenType.String && !schema.Item!.ActualSchema.IsEnumeration ? $"{item}{i}" : item));
    }

    private static string Text(decimal limit) => limit.ToString(CultureInfo.InvariantCulture);
}
