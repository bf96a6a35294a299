using Amity.DriftCheck.Contract;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Amity.DriftCheck.Findings;

/// <summary>What the schema library finds wrong with a response, in our words.</summary>
internal static class ShapeCheck
{
    private static readonly CodePointValidator Validator = new();

    public static IEnumerable<Finding> Find(string operation, JToken json, JsonSchema schema) =>
        Validator.Validate(json, schema, SchemaType.OpenApi3).SelectMany(Innermost)
            .Select(error => ToFinding(operation, error)).OfType<Finding>();

    private static IEnumerable<ValidationError> Innermost(ValidationError error) => error is ChildSchemaValidationError parent
        ? parent.Errors.Values.SelectMany(children => children).SelectMany(Innermost)
        : [error];

    private static Finding? ToFinding(string operation, ValidationError error)
    {
        var path = error.Kind == ValidationErrorKind.NoAdditionalPropertiesAllowed
            ? JsonPath.OfUnknown(error.Path, error.Property)
            : JsonPath.Of(error.Path);
        var value = error.Token is JProperty property ? property.Value : error.Token;
        return error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                Make(FindingKind.NewField, $"{JsonTypeNames.KindOf(value)} that the contract lacks"),
            _ when value?.Type == JTokenType.Null => Make(FindingKind.NullValue, $"null instead of {JsonTypeNames.Expected(error.Schema)}"),

            // The library takes more formats than the service has; DateCheck does not.
            ValidationErrorKind.DateTimeExpected => null,

            // NumberCheck has found these.
            _ when NumberCheck.IsBeyond(value, error.Schema) => null,

            // The library counts UTF-16 units.
            ValidationErrorKind.StringTooLong when CodePoints.Count((string)value!) <= error.Schema.MaxLength => null,
            ValidationErrorKind.NotInEnumeration when value?.Type == JTokenType.String =>
                Make(FindingKind.NewEnumValue, Quote((string)value!)),
            ValidationErrorKind.StringTooLong => Make(FindingKind.LimitExceeded, $"more than {error.Schema.MaxLength} characters"),
            ValidationErrorKind.StringTooShort => Make(FindingKind.LimitExceeded, $"fewer than {error.Schema.MinLength} characters"),
            ValidationErrorKind.TooManyItems => Make(FindingKind.LimitExceeded, $"more than {error.Schema.MaxItems} entries"),
            ValidationErrorKind.TooFewItems => Make(FindingKind.LimitExceeded, $"fewer than {error.Schema.MinItems} entries"),
            ValidationErrorKind.IntegerTooBig or ValidationErrorKind.NumberTooBig or ValidationErrorKind.NumberTooSmall =>
                Make(FindingKind.LimitExceeded, "a number out of range"),
            _ => Make(FindingKind.TypeChange, $"{JsonTypeNames.Expected(error.Schema)} expected, {JsonTypeNames.KindOf(value)} seen"),
        };

        Finding Make(FindingKind kind, string detail) => new(kind, operation, path, detail);
    }

    // What has the looks of an enum value is one; anything else could be somebody's text.
    private static string Quote(string value) => Identifier.Is(value) ? value : $"a text of {CodePoints.Count(value)} characters";
}
