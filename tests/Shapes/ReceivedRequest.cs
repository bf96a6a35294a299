using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Tests.Shapes;

/// <summary>A request as it came in.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, as they stood in the request line.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record ReceivedRequest(string Method, string Target, IHeaderDictionary Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The query's pairs, unescaped, such as <c>roles[]=a b</c>.</summary>
    public IReadOnlyList<string> Query => [.. Target.Split('?', 2).Skip(1).SelectMany(query => query.Split('&')).Select(Uri.UnescapeDataString)];

    public static async Task<ReceivedRequest> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
        return new ReceivedRequest(context.Request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget, headers, body.ToArray());
    }

    /// <summary>The body as ASP.NET's own reader of forms reads it.</summary>
    public async Task<IFormCollection> ReadFormAsync()
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = Headers.ContentType;
        context.Request.Body = new MemoryStream(Body);
        return await context.Request.ReadFormAsync();
    }
}
