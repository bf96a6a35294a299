using System.Text.Json.Serialization;

namespace PactNet.Matchers;

[JsonConverter(typeof(MatcherJsonConverter))]
public interface IMatcher
{
    string Type { get; }

    dynamic? Value { get; }
}
