using Newtonsoft.Json.Linq;

using NJsonSchema;
using NJsonSchema.Validation;

namespace Amity.DriftCheck.Contract;

/// <summary>Counts the characters of a text in code points, as JSON Schema has it; by itself NJsonSchema counts UTF-16 units.</summary>
internal sealed class CodePointValidator() : JsonSchemaValidator(new JsonSchemaValidatorSettings())
{
    protected override ICollection<ValidationError> Validate(
        JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        var errors = base.Validate(token, schema, schemaType, propertyName, propertyPath);
        return token.Type == JTokenType.String
            ? [.. errors.Where(error => !IsAboutLength(error)), .. LengthErrors()]
            : errors;

        IEnumerable<ValidationError> LengthErrors()
        {
            var length = token.Value<string>()!.EnumerateRunes().Count();
            if (length < schema.MinLength)
            {
                yield return new ValidationError(ValidationErrorKind.StringTooShort, propertyName, propertyPath, token, schema);
            }

            if (length > schema.MaxLength)
            {
                yield return new ValidationError(ValidationErrorKind.StringTooLong, propertyName, propertyPath, token, schema);
            }
        }
    }

    private static bool IsAboutLength(ValidationError error) =>
        error.Kind is ValidationErrorKind.StringTooShort or ValidationErrorKind.StringTooLong;
}
