using Amity.Spec.Parts;
using static Amity.Spec.Parts.ValueKind;

namespace Amity.Spec.Checks;

/// <summary>The keywords that the build understands, for each place of an OpenAPI document, with the kind of their values.</summary>
internal static class Keywords
{
    public static readonly Dictionary<string, ValueKind> Document = Of(
        ("openapi", Text), ("info", Map), ("servers", Maps), ("security", Maps), ("tags", Maps), ("paths", Map), ("components", Map),
        ("x-entry", Text), ("x-error-codes", Maps), ("x-rate-limit", Map));

    public static readonly Dictionary<string, ValueKind> Info = Of(("title", Text), ("version", Text), ("description", Text), ("license", Map));

    public static readonly Dictionary<string, ValueKind> License = Of(("name", Text), ("url", Text));

    public static readonly Dictionary<string, ValueKind> Server = Of(("url", Text), ("description", Text));

    public static readonly Dictionary<string, ValueKind> Tag = Of(("name", Text), ("description", Text));

    public static readonly Dictionary<string, ValueKind> ErrorCode = Of(("code", Number), ("name", Text), ("description", Text));

    public static readonly Dictionary<string, ValueKind> RateLimit = Of(("requests", Count), ("seconds", Count));

    public static readonly Dictionary<string, ValueKind> Components = Of(
        ("schemas", Map), ("responses", Map), ("parameters", Map), ("securitySchemes", Map));

    public static readonly Dictionary<string, ValueKind> SecurityScheme = Of(
        ("type", Text), ("description", Text), ("scheme", Text), ("in", Text), ("name", Text));

    public static readonly Dictionary<string, ValueKind> Path = MergedSpec.Methods.ToDictionary(method => method, _ => Map);

    public static readonly Dictionary<string, ValueKind> Operation = Of(
        ("operationId", Text), ("tags", Texts), ("summary", Text), ("description", Text), ("security", Maps),
        ("parameters", Maps), ("requestBody", Map), ("responses", Map),
        ("x-repeat", Text), ("x-done-after-retry", Numbers), ("x-batch", Text), ("x-bulk", Text), ("x-wrapped", Flag), ("x-result", TextOrMap),
        ("x-observe", Flag), ("deprecated", Flag), ("x-replaced-by", Text));

    public static readonly Dictionary<string, ValueKind> Parameter = Of(
        ("name", Text), ("in", Text), ("required", Flag), ("description", Text), ("style", Text), ("explode", Flag),
        ("schema", Map), ("example", Anything), ("x-name", Text));

    public static readonly Dictionary<string, ValueKind> RequestBody = Of(
        ("description", Text), ("required", Flag), ("content", Map), ("x-name", Text));

    public static readonly Dictionary<string, ValueKind> Response = Of(("description", Text), ("headers", Map), ("content", Map));

    public static readonly Dictionary<string, ValueKind> Media = Of(("schema", Map), ("example", Anything));

    public static readonly Dictionary<string, ValueKind> Header = Of(("description", Text), ("schema", Map), ("example", Anything));

    public static readonly Dictionary<string, ValueKind> Reference = Of(("$ref", Text));

    /// <summary>A reference as the field of an object, which may be called and described otherwise than what it points to.</summary>
    public static readonly Dictionary<string, ValueKind> FieldReference = Of(("$ref", Text), ("description", Text), ("x-name", Text));

    /// <summary>What every schema may say.</summary>
    public static readonly Dictionary<string, ValueKind> Schema = Of(
        ("type", Text), ("description", Text), ("nullable", Flag), ("default", Anything), ("example", Anything));

    /// <summary>What every schema may say as the field of an object.</summary>
    public static readonly Dictionary<string, ValueKind> Field = new(Schema) { ["x-name"] = Text, ["x-secret"] = Flag };

    /// <summary>What every schema may say as the body of a response.</summary>
    public static readonly Dictionary<string, ValueKind> ResponseBody = new(Schema) { ["x-secret"] = Flag };

    /// <summary>What a join of an entity says.</summary>
    public static readonly Dictionary<string, ValueKind> Join = Of(("to", Text), ("by", Texts), ("back", Text), ("description", Text));

    private static readonly Dictionary<string, ValueKind> NumberLimits = Of(
        ("format", Text), ("minimum", Limit), ("maximum", Limit), ("exclusiveMinimum", Flag), ("exclusiveMaximum", Flag));

    /// <summary>What a schema of each type may say beyond that; without a type it is any value, or an <c>allOf</c>.</summary>
    public static readonly Dictionary<string, Dictionary<string, ValueKind>> OfType = new()
    {
        [string.Empty] = Of(("allOf", Maps)),
        ["string"] = Of(("format", Text), ("minLength", Count), ("maxLength", Count), ("enum", Texts), ("x-enumNames", Texts)),
        ["integer"] = NumberLimits,
        ["number"] = NumberLimits,
        ["boolean"] = Of(),
        ["array"] = Of(("items", Map), ("minItems", Count), ("maxItems", Count)),
        ["object"] = Of(
            ("properties", Map), ("required", Texts), ("additionalProperties", MapOrFlag), ("maxProperties", Count),
            ("allOf", Maps), ("x-ids", Texts), ("x-joins", Map), ("x-internal", Flag)),
    };

    private static Dictionary<string, ValueKind> Of(params (string Keyword, ValueKind Kind)[] keywords) =>
        keywords.ToDictionary(keyword => keyword.Keyword, keyword => keyword.Kind);
}
