using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Amity.Tests.Support;

/// <summary>One request as it left the client.</summary>
/// <param name="Method">The method, such as GET.</param>
/// <param name="Address">The address, escaped as it was.</param>
/// <param name="Headers">The headers, those of the body included.</param>
/// <param name="Body">The body as text; null when there was none.</param>
public sealed record RecordedRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>Path and query, escaped as they were.</summary>
    public string Target => Address.PathAndQuery;

    /// <summary>The query's pairs in order, unescaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query =>
        [.. Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair =>
            KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))];

    /// <summary>The body as JSON, with the parts of a form as texts; null when there was none.</summary>
    public string? Json => Headers.GetValueOrDefault("Content-Type")?.StartsWith("multipart/", StringComparison.Ordinal) == true
        ? JsonConvert.SerializeObject(Regex.Matches(Body!, "name=\"(.*?)\".*?\r\n\r\n(.*?)\r\n--", RegexOptions.Singleline)
            .ToDictionary(part => part.Groups[1].Value, part => part.Groups[2].Value))
        : Body;

    internal static async Task<RecordedRequest> RecordAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
        var boundary = request.Content?.Headers.ContentType?.Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value;
        return new RecordedRequest(
            request.Method.Method,
            request.RequestUri!,
            headers.ToDictionary(header => header.Key, header => Plain(string.Join(", ", header.Value)), StringComparer.OrdinalIgnoreCase),
            request.Content is not null && await request.Content.ReadAsStringAsync(cancellationToken) is { Length: > 0 } body ? Plain(body) : null);

        // New for each attempt, which says nothing of what was sent.
        string Plain(string text) => boundary is null ? text : text.Replace(boundary, "boundary", StringComparison.Ordinal);
    }
}
