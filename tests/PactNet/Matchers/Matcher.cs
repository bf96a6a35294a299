using System.Text.Json.Serialization;

namespace PactNet.Matchers;

// The interface's converter does not apply where a value is serialised by its runtime type.
[JsonConverter(typeof(MatcherJsonConverter))]
internal sealed class Matcher(string type, object? value, string? argument = null, object? argumentValue = null) : IMatcher
{
    public string Type => type;

    public dynamic? Value => value;

    internal string? Argument => argument;

    internal object? ArgumentValue => argumentValue;
}
