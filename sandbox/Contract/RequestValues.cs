using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Amity.Sandbox.Contract;

/// <summary>The values of a request outside its body.</summary>
internal sealed record RequestValues(HttpRequest Http, IReadOnlyDictionary<string, string> Path)
{
    /// <summary>What came under a parameter's name, once or several times.</summary>
    public StringValues Of(string place, string name) => place switch
    {
        "path" => Path.TryGetValue(name, out var value) ? value : StringValues.Empty,
        "query" => Http.Query[name],
        "header" => Http.Headers[name],
        _ => Http.Cookies.TryGetValue(name, out var value) ? value : StringValues.Empty,
    };
}
