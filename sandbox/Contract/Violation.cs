using System.Text.RegularExpressions;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Amity.Sandbox.Contract;

/// <summary>One thing in a request that the contract does not allow.</summary>
/// <param name="Text">Where it is and what is wrong with it.</param>
/// <param name="IsBrokenLimit">Whether the value is readable but outside its limits.</param>
internal sealed partial record Violation(string Text, bool IsBrokenLimit)
{
    private static readonly CodePointValidator Validator = new();

    public static Violation Unreadable(string where, string why) => new($"{where}: {why}", IsBrokenLimit: false);

    /// <summary>Holds a value against its schema.</summary>
    public static IEnumerable<Violation> Find(string where, string json, JsonSchema schema) =>
        Validator.Validate(json, schema, SchemaType.OpenApi3).SelectMany(Innermost).Select(error => From(where, error));

    private static IEnumerable<ValidationError> Innermost(ValidationError error) =>
        error is ChildSchemaValidationError parent
            ? parent.Errors.Values.SelectMany(children => children).SelectMany(Innermost)
            : [error];

    private static Violation From(string where, ValidationError error)
    {
        var path = error.Path?.TrimStart('#', '/').Replace('/', '.') ?? "";
        var place = path.Length == 0 || path[0] == '[' ? where + path : $"{where}.{path}";
        var limit = Limit(error);
        return new Violation($"{place}: {limit ?? Words().Replace(error.Kind.ToString(), " $0").Trim().ToLowerInvariant()}", limit is not null);
    }

    private static string? Limit(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.StringTooShort => $"at least {error.Schema.MinLength} characters",
        ValidationErrorKind.StringTooLong => $"at most {error.Schema.MaxLength} characters",
        ValidationErrorKind.NumberTooSmall => $"at least {error.Schema.Minimum}",
        ValidationErrorKind.NumberTooBig => $"at most {error.Schema.Maximum}",
        ValidationErrorKind.TooFewItems => $"at least {error.Schema.MinItems} items",
        ValidationErrorKind.TooManyItems => $"at most {error.Schema.MaxItems} items",
        ValidationErrorKind.ItemsNotUnique => "no item twice",
        ValidationErrorKind.TooFewProperties => $"at least {error.Schema.MinProperties} fields",
        ValidationErrorKind.TooManyProperties => $"at most {error.Schema.MaxProperties} fields",
        ValidationErrorKind.PatternMismatch => $"only what matches {error.Schema.Pattern}",
        ValidationErrorKind.NotInEnumeration => $"one of {string.Join(", ", error.Schema.Enumeration)}",
        _ => null,
    };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
