using System.Net;
using System.Text;
using System.Text.Json;

namespace Amity.Cli.Runs;

/// <summary>Takes the network's place below the library, so that a dry run shows exactly what the library would send.</summary>
internal sealed class DryRunHandler(Action<DryRunRequest> show) : HttpMessageHandler
{
    // Success for every operation that changes something.
    private const string Response = """{"success":true,"rooms":[{"roomId":"dry-run"}]}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        show(new DryRunRequest(request.Method.Method, request.RequestUri!.AbsoluteUri, body.Length > 0 ? JsonElement.Parse(body) : null));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Response, Encoding.UTF8, "application/json") };
    }
}
